"""All commands of the window in one table: id, text, shortcut, icon, menu. Menus and the cheat sheet read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``menu`` is a key of menu_names; ``needs_case`` disables it while no case is open."""

    id: str
    text: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    needs_case: bool = False
    before: bool = False  # a separator stands before it


def commands() -> tuple[Command, ...]:
    """Return the table in the language in force."""
    return (
        *_case_commands(),
        Command("undo", translate("Undo", "Undo"), "edit", "Ctrl+Z", "undo-2"),
        Command("redo", translate("Undo", "Redo"), "edit", "Ctrl+Shift+Z", "redo-2"),
        Command("palette", translate("Actions", "Find a command…"), "edit", "Ctrl+K", "command", False, True),
        Command("settings", translate("Actions", "Settings…"), "edit", "Ctrl+,", "settings"),
        Command("today", translate("Actions", "Today"), "view", "Ctrl+T", "calendar-clock"),
        Command("search", translate("Actions", "Search"), "view", "Ctrl+F", "search"),
        Command("tab1", translate("Actions", "Step"), "view", "Ctrl+1", "", True, True),
        Command("tab2", translate("Actions", "Timeline"), "view", "Ctrl+2", "", True),
        Command("tab3", translate("Actions", "Evidence"), "view", "Ctrl+3", "", True),
        Command("tab4", translate("Actions", "Facts"), "view", "Ctrl+4", "", True),
        Command("tab5", translate("Actions", "Letters"), "view", "Ctrl+5", "", True),
        Command("tab6", translate("Actions", "Dossier"), "view", "Ctrl+6", "", True),
        Command("rules", translate("Actions", "Rules and channels…"), "tools", "", "landmark"),
        Command("playbooks", translate("Actions", "Playbooks…"), "tools", "", "list"),
        Command("count_days", translate("Actions", "Day calculator…"), "tools", "Ctrl+Shift+D", "calendar-clock"),
        Command("years", translate("Actions", "Calendar years…"), "tools", "", "calendar"),
        Command("verify", translate("Actions", "Check all files"), "tools", "", "shield-check"),
        Command("stamps", translate("Actions", "Journal and trusted time…"), "tools", "", "badge-check"),
        Command("folder", translate("Actions", "Open the data folder"), "tools", "", "folder-open"),
        Command("sample", translate("Actions", "Add the sample case"), "tools", "", "briefcase", False, True),
        Command("unsample", translate("Actions", "Remove the sample case"), "tools", "", "trash-2"),
        Command("help", translate("Actions", "Guide and help"), "help", "", "circle-help"),
        Command("keys", translate("Actions", "Keyboard shortcuts"), "help", "F1", "circle-help"),
        Command("about", translate("Actions", "About WalletCase"), "help", "", "info"),
    )


def _case_commands() -> tuple[Command, ...]:
    return (
        Command("new", translate("Actions", "New case…"), "case", "Ctrl+N", "plus"),
        Command("import", translate("Actions", "Import a case…"), "case", "", "folder-open"),
        Command("log", translate("Actions", "Record a contact"), "case", "Ctrl+Shift+N", "notebook-pen", True),
        Command("attach", translate("Actions", "Add evidence…"), "case", "Ctrl+Shift+A", "paperclip", True, True),
        Command("paste", translate("Actions", "Paste as evidence"), "case", "Ctrl+V", "clipboard-list", True),
        Command("capture", translate("Actions", "Capture part of the screen…"), "case", "", "image", True),
        Command("redact", translate("Actions", "Redact the exhibit…"), "case", "", "eye-off", True),
        Command("renumber", translate("Actions", "Renumber exhibits…"), "case", "", "hash", True),
        Command("export", translate("Actions", "Export dossier…"), "case", "Ctrl+E", "file-down", True, True),
        Command("print", translate("Actions", "Print…"), "case", "Ctrl+P", "printer", True),
        Command("calendar", translate("Actions", "Export calendar…"), "case", "", "calendar", True),
        Command("check", translate("Actions", "Check before filing…"), "case", "F7", "shield-check", True, True),
        Command("route", translate("Actions", "Where to turn…"), "case", "", "landmark", True),
        Command("trash", translate("Actions", "Move to trash"), "case", "", "trash-2", True, True),
        Command("restore", translate("Actions", "Take out of the trash"), "case", "", "undo-2", True),
        Command("purge", translate("Actions", "Delete for good…"), "case", "", "circle-x", True),
        Command("quit", translate("Actions", "Quit"), "case", "Ctrl+Q", "", False, True),
    )


def menu_names() -> dict[str, str]:
    """Return the menus in their order, by their keys."""
    return {
        "case": translate("Menus", "&Case"),
        "edit": translate("Menus", "&Edit"),
        "view": translate("Menus", "&View"),
        "tools": translate("Menus", "&Tools"),
        "help": translate("Menus", "&Help"),
    }


def build(parent: QWidget, desk: Desk, do: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return an action per command, connected to ``do``. Raises KeyError if a command has nothing to do."""
    made: dict[str, QAction] = {}
    for command in commands():
        action = QAction(command.text, parent)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        if command.icon:
            action.setIcon(desk.icon(command.icon))
        if command.id == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        action.triggered.connect(lambda _=False, run=do[command.id]: run())
        made[command.id] = action
    return made

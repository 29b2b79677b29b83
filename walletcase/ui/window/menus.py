"""The menu bar, with language, theme and text size."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from walletcase.infra.settings import Settings
from walletcase.ui.shell.i18n import LANGUAGES, translate
from walletcase.ui.window.actions import commands, menu_names

Choose = Callable[[str, object], None]
TEXT_PERCENTS = (100, 115, 130, 150, 175)


def fill(bar: QMenuBar, actions: Mapping[str, QAction], settings: Settings, language: str, choose: Choose) -> None:
    """Fill the bar; ``choose`` gets the name of a setting and its new value."""
    bar.clear()
    for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()
    menus = {key: bar.addMenu(name) for key, name in menu_names().items()}
    for command in commands():
        if command.before:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(actions[command.id])
    view = menus["view"]
    view.addSeparator()
    _choices(view, translate("Menus", "Language / 语言"), "language", LANGUAGES, language, choose)
    _choices(view, translate("Menus", "Theme"), "theme", theme_names(), settings.theme, choose)
    sizes = {percent: f"{percent} %" for percent in TEXT_PERCENTS}
    _choices(view, translate("Menus", "Text size"), "text_percent", sizes, settings.text_percent, choose)


def theme_names() -> dict[str, str]:
    """Return the themes by their setting."""
    return {
        "system": translate("Menus", "As the system"),
        "light": translate("Menus", "Light"),
        "dark": translate("Menus", "Dark"),
    }


def _choices(
    menu: QMenu, title: str, setting: str, names: Mapping[str, str] | Mapping[int, str], now: object, choose: Choose
) -> None:
    inner = menu.addMenu(title)
    group = QActionGroup(inner)
    for value, name in names.items():
        action = QAction(name, group)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _=False, chosen=value: choose(setting, chosen))
        inner.addAction(action)

"""Qt's own file dialog, which shows where a system offers none: it speaks Chinese throughout."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QFileInfo, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileIconProvider, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from walletcase.ui.shell.dialogs import Dialogs
from walletcase.ui.shell.i18n import Translators

_ENGLISH = re.compile(r"[A-Za-z]{2,}")


def words_of(dialog: QWidget) -> list[str]:
    """What labels, buttons, columns and menus say."""
    inside = dialog.findChildren(QWidget)
    texts = [str(one.property("text")) for one in inside if one.property("text")]
    texts += [one.toolTip() for one in inside]
    texts += [action.text() for action in dialog.findChildren(QAction)]
    model = dialog.findChildren(QTreeView)[0].model()
    texts += [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(4)]
    return [text for text in texts if text]


def asked(qtbot: QtBot) -> list[str]:
    """What the dialog says in which files are picked; it is closed again."""
    parent, said = QWidget(), list[str]()
    qtbot.addWidget(parent)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        said.extend(words_of(dialog))
        dialog.reject()

    QTimer.singleShot(0, parent, look)
    assert Dialogs(parent, "zh_CN").pick_files("选文件") == []
    return said


def test_the_file_dialog_speaks_chinese(qtbot: QtBot, tmp_path: Path) -> None:
    translators = Translators()
    translators.switch("zh_CN")
    said, kind = asked(qtbot), QFileIconProvider().type(QFileInfo(str(tmp_path)))
    translators.switch("en")
    translators.clear()
    assert len(said) > 10
    assert [text for text in said if _ENGLISH.search(text) and "/" not in text] == []
    assert kind == "文件夹"


def test_without_its_catalogue_it_would_not(qtbot: QtBot) -> None:
    assert any(_ENGLISH.search(text) for text in asked(qtbot))

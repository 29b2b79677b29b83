"""From nothing to a printed record with no mouse at all."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog

from tests.media.corpus_pictures import encoded, quarters
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.flow.machine import StepState
from walletcase.ui.wizard.new_case import NewCaseDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def write(stage: WindowStage, text: str) -> None:
    """Enter a text through an input method where the focus is."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(stage.focus, event)


def tab_to(stage: WindowStage, name: str) -> None:
    """Go on by Tab to what a screen reader calls ``name`` (its beginning)."""
    for _ in range(150):
        focus = stage.focus
        if focus.accessibleName().startswith(name) or getattr(focus, "text", str)() == name:
            return
        stage.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} can't be reached by Tab")


def fill_the_dialog(stage: WindowStage) -> None:
    """Answer the New case dialog by keys."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewCaseDialog)
    try:
        tab_to(stage, "Cannot open the wallet")
        stage.press(Qt.Key.Key_Space)
        stage.press(Qt.Key.Key_Return)
        tab_to(stage, "What happened")
        write(stage, "填完资料后提示系统异常")
        tab_to(stage, "Next")
        stage.press(Qt.Key.Key_Return)
        stage.press(Qt.Key.Key_Return)
    finally:
        QDialog.done(dialog, dialog.result())  # a test that fails must not wait for ever


def test_from_nothing_to_a_dossier(stage: WindowStage, tmp_path: Path) -> None:
    file = tmp_path / "error.png"
    file.write_bytes(encoded(quarters(size=(40, 80)), "PNG"))
    stage.dialogs.files = [file]
    stage.dialogs.target = tmp_path / "dossier.pdf"

    QTimer.singleShot(0, stage.window, lambda: fill_the_dialog(stage))
    stage.press(Qt.Key.Key_N, CTRL)
    stage.activate()
    assert stage.record.value("problem") == "填完资料后提示系统异常"
    assert stage.window.focusWidget() is stage.rooms.cases.list

    tab_to(stage, "Do it now")
    stage.press(Qt.Key.Key_Space)
    tab_to(stage, "What you ask for (Required) 1: What should happen")
    write(stage, "开通钱包")
    stage.press(Qt.Key.Key_A, CTRL | SHIFT)
    assert stage.tab == "evidence"
    assert [item.title for item in stage.record.live_evidence] == ["error"]

    stage.press(Qt.Key.Key_1, CTRL)
    assert "开通钱包" in stage.record.value("demand")
    tab_to(stage, "Ready: call the hotline first")
    stage.press(Qt.Key.Key_Space)
    tab_to(stage, "Finish gathering")
    stage.press(Qt.Key.Key_Space)
    assert stage.record.flow.record("gather").state is StepState.DONE

    stage.press(Qt.Key.Key_E, CTRL)
    assert stage.tab == "dossier"
    assert stage.dialogs.told == []
    with pypdfium2.PdfDocument(stage.dialogs.target) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "填完资料后提示系统异常" in text.replace("\r\n", "")
    assert "开通钱包" in text

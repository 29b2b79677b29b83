"""Files come in by drop, paste and picker, and are there byte for byte."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.media.corpus_pictures import encoded, quarters
from tests.media.phone_shots import shots
from tests.ui.conftest import CannedDialogs
from tests.ui.evidence.evidence_stage import Stage, make_files, make_pictures, mime_of
from walletcase.domain.evidence import Kin, Way
from walletcase.services.evidence import Entry
from walletcase.services.facade import Services
from walletcase.ui.evidence import imports
from walletcase.ui.evidence.imports import Batch, Imports
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import InlineLane
from walletcase.ui.widgets.labels import PlainLabel


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk) -> Stage:
    return Stage(qtbot, desk)


def dialogs(stage: Stage) -> CannedDialogs:
    assert isinstance(stage.desk.dialogs, CannedDialogs)
    return stage.desk.dialogs


def test_an_empty_case_invites(stage: Stage) -> None:
    assert stage.tab.stack.currentIndex() == 1
    assert stage.shown == []


def test_dropped_files_are_copied_byte_for_byte_in_their_order(stage: Stage, tmp_path: Path) -> None:
    files = make_files(tmp_path / "in", "two-pages.pdf", "rgb.png", "sms.txt")
    stage.drop(mime_of(files))
    assert [item.original_name for item in stage.items] == ["two-pages.pdf", "rgb.png", "sms.txt"]
    assert stage.shown == ["two-pages", "rgb", "sms"]
    for item, file in zip(stage.items, files, strict=True):
        assert stage.desk.services.evidence.path(item).read_bytes() == file.read_bytes()
    assert all(file.exists() for file in files)
    assert stage.tab.stack.currentIndex() == 0


def test_holding_files_over_the_tab_shows_where_they_go(stage: Stage, tmp_path: Path) -> None:
    mime = mime_of(make_files(tmp_path / "in", "rgb.png"))
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(stage.tab, enter)
    assert enter.isAccepted()
    assert stage.tab.veil.isVisible()
    QApplication.sendEvent(stage.tab, QDragLeaveEvent())
    assert not stage.tab.veil.isVisible()


def test_a_source_that_would_only_move_keeps_its_files(stage: Stage, tmp_path: Path) -> None:
    mime = mime_of(make_files(tmp_path / "in", "rgb.png"))
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(stage.tab, event)
    assert not event.isAccepted()


def test_a_dropped_folder_means_its_files(stage: Stage, tmp_path: Path) -> None:
    make_files(tmp_path / "in" / "b", "rgb.png")
    make_files(tmp_path / "in" / "a", "sms.txt", "call.mp3")
    (tmp_path / "in" / ".hidden").write_bytes(b"x")
    stage.drop(mime_of([tmp_path / "in"]))
    assert [item.original_name for item in stage.items] == ["call.mp3", "sms.txt", "rgb.png"]


def test_a_folder_without_files_is_said(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    dialogs(stage).folder = tmp_path / "empty"
    stage.tab.pick_folder()
    assert "no files" in stage.desk.toasts.text


def test_ctrl_v_adds_a_picture_from_the_clipboard(stage: Stage, qtbot: QtBot) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#B23A2A"))
    QApplication.clipboard().setImage(image)
    stage.tab.setFocus()
    QTest.keyClick(stage.tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (item,) = stage.items
    assert (item.media.media_type, item.media.width_px, item.source) == ("image/png", 40, "Clipboard")
    assert item.title == "Pasted 2026-11-22 09:00"
    assert item.original_name == "pasted-20261122-090000.png"
    assert stage.desk.toasts.text == "Evidence added: 1"


def test_png_on_the_clipboard_is_kept_byte_for_byte(stage: Stage) -> None:
    png, mime = encoded(quarters(), "PNG"), QMimeData()
    mime.setData("image/png", png)
    assert stage.tab.paste(mime)
    assert stage.desk.services.evidence.path(stage.items[0]).read_bytes() == png


def test_pasted_files_keep_their_order(stage: Stage, tmp_path: Path) -> None:
    files = make_pictures(tmp_path / "in", 5)
    assert stage.tab.paste(mime_of([files[i] for i in (3, 0, 4, 1)]))
    assert [item.original_name for item in stage.items] == [f"shot-00{i}.png" for i in (3, 0, 4, 1)]


def test_a_paste_from_a_web_page_is_refused_kindly(stage: Stage) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.invalid/a.png")])
    assert not stage.tab.paste(mime)
    assert "Save the picture first" in stage.desk.toasts.text
    assert stage.items == ()


def test_a_picture_pasted_while_typing_goes_to_the_evidence_and_text_to_the_field(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    stage.drop(mime_of(make_files(tmp_path / "in", "rgb.png")))
    title = stage.tab.board.detail.form.editors["title"].widget
    assert isinstance(title, QLineEdit)
    title.setFocus()
    QApplication.clipboard().setText("错误 1003")
    title.selectAll()
    QTest.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "错误 1003"
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    QApplication.clipboard().setImage(image)
    QTest.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "错误 1003"
    assert len(stage.items) == 2


def test_the_picker_and_the_step_it_was_opened_from(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    dialogs(stage).files = make_files(tmp_path / "in", "rgb.png")
    QTest.mouseClick(stage.tab.board.bar.add, Qt.MouseButton.LeftButton)
    stage.tab.add_files(make_files(tmp_path / "in", "sms.txt"), "hotline")
    assert [(item.title, item.step_key) for item in stage.items] == [("rgb", ""), ("sms", "hotline")]


def test_files_for_another_case_go_there(stage: Stage, tmp_path: Path) -> None:
    other = stage.desk.services.cases.new_case("另一个")[0].id
    stage.tab.add_files(make_files(tmp_path / "in", "rgb.png"), case_id=other)
    assert stage.items == ()
    assert len(stage.desk.services.cases.open(other).evidence) == 1


def line_button(stage: Stage, verb: str) -> QPushButton:
    """The first button of the report with this verb."""
    return next(one for one in stage.tab.panel.lines.findChildren(QPushButton) if one.text() == verb)


def report_lines(stage: Stage) -> list[str]:
    box = stage.tab.panel.lines.layout()
    assert box is not None
    widgets = [item.widget() for item in (box.itemAt(n) for n in range(box.count())) if item is not None]
    return [label.text() for widget in widgets if widget for label in widget.findChildren(PlainLabel)]


def test_the_same_file_twice_is_offered_as_a_link(stage: Stage, tmp_path: Path) -> None:
    files = make_pictures(tmp_path / "in", 3)
    stage.tab.add_files(files)
    stage.tab.add_files(files[:1], "hotline")
    assert len(stage.items) == 3
    assert stage.tab.panel.heading.text() == "Evidence added: 0 · already here before: 1"
    assert report_lines(stage) == ["shot-000.png is here already, as Exhibit 1. It was not added again."]
    QTest.mouseClick(line_button(stage, "Use the one you have"), Qt.MouseButton.LeftButton)
    assert stage.items[0].step_key == "hotline"
    current = stage.tab.board.gallery.current
    assert current is not None
    assert current.exhibit_no == 1
    assert not stage.tab.panel.isVisible()


def test_the_same_file_can_be_added_all_the_same(stage: Stage, tmp_path: Path) -> None:
    files = make_pictures(tmp_path / "in", 1)
    stage.tab.add_files(files)
    stage.tab.add_files(files)
    QTest.mouseClick(line_button(stage, "Add anyway"), Qt.MouseButton.LeftButton)
    assert [item.duplicate_of for item in stage.items] == [None, 1]


def test_a_picture_that_looks_like_another_is_hinted_at(stage: Stage, tmp_path: Path) -> None:
    whole = Image.open(BytesIO(shots()[0].png)).convert("RGB")
    whole.save(tmp_path / "a.png")
    whole.resize((540, whole.height // 2)).save(tmp_path / "b.jpg", quality=75)
    stage.tab.add_files([tmp_path / "a.png", tmp_path / "b.jpg"])
    assert report_lines(stage) == ["Exhibit 2 looks like Exhibit 1"]
    QTest.mouseClick(line_button(stage, "Show it"), Qt.MouseButton.LeftButton)
    current = stage.tab.board.gallery.current
    assert current is not None
    assert current.exhibit_no == 1


def test_what_is_inside_is_offered_and_named_before_it_comes_in(stage: Stage, tmp_path: Path) -> None:
    stage.tab.add_files(make_files(tmp_path / "in", "phone.zip"))
    assert report_lines(stage) == ["phone.zip (Exhibit 1) holds other files"]
    QTest.mouseClick(line_button(stage, "Add them…"), Qt.MouseButton.LeftButton)
    assert dialogs(stage).asked == ["Add 3 file(s) from inside?"]
    assert [item.original_name for item in stage.items[1:]] == ["IMG_0001.PNG", "聊天记录.txt", "evil.txt"]
    assert {item.kin for item in stage.items[1:]} == {Kin.MEMBER}


def test_attachments_can_be_taken_out_later(stage: Stage, tmp_path: Path) -> None:
    stage.drop(mime_of(make_files(tmp_path / "in", "answer.eml", "sms.txt")))
    facts = stage.tab.board.detail.facts
    assert facts.unpack.isVisibleTo(facts)
    QTest.mouseClick(facts.unpack, Qt.MouseButton.LeftButton)
    assert [item.kin for item in stage.items] == [Kin.NONE, Kin.NONE, *[Kin.ATTACHMENT] * 3]
    stage.tab.board.select(stage.items[1].id)
    assert not facts.unpack.isVisibleTo(facts)


def test_each_way_in_is_remembered(stage: Stage, tmp_path: Path) -> None:
    one, two, three = make_pictures(tmp_path / "in", 3)
    stage.drop(mime_of([one]))
    stage.tab.paste(mime_of([two]))
    dialogs(stage).files = [three]
    stage.tab.pick_files()
    assert [item.origin.way for item in stage.items] == [Way.DROPPED, Way.PASTED, Way.PICKED]


def test_several_pasted_pictures_are_told_apart(stage: Stage) -> None:
    said = "".join(
        f'<img src="data:image/png;base64,{b64encode(encoded(quarters(size=(20, n)), "PNG")).decode()}">'
        for n in (10, 20)
    )
    mime = QMimeData()
    mime.setHtml(said)
    assert stage.tab.paste(mime)
    assert [item.title for item in stage.items] == ["Pasted 2026-11-22 09:00 (1)", "Pasted 2026-11-22 09:00 (2)"]
    assert [item.origin.way for item in stage.items] == [Way.PASTED] * 2


def test_a_failed_one_is_tried_again_alone(stage: Stage, tmp_path: Path) -> None:
    first, second = make_files(tmp_path / "in", "rgb.png", "sms.txt")
    content = first.read_bytes()
    first.unlink()
    second.unlink()
    stage.tab.add_files([first, second])
    first.write_bytes(content)
    QTest.mouseClick(line_button(stage, "Try again"), Qt.MouseButton.LeftButton)
    assert [item.title for item in stage.items] == ["rgb"]
    assert [text.split(":")[0] for text in report_lines(stage)] == ["sms.txt"]


def test_a_very_large_file_is_asked_about_and_the_rest_goes_in(stage: Stage, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as sparse:
        sparse.truncate(imports.ASK_FROM_BYTES + 1)
    dialogs(stage).confirms = False
    stage.tab.add_files([large, *make_files(tmp_path / "in", "rgb.png")])
    assert dialogs(stage).asked == ["Add 1 very large file(s)?"]
    assert [item.title for item in stage.items] == ["rgb"]


def test_what_fails_is_named_and_can_be_tried_again(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    good, late = make_files(tmp_path / "in", "rgb.png", "sms.txt")
    content = late.read_bytes()
    late.unlink()
    stage.tab.add_files([late, good])
    panel = stage.tab.panel
    assert panel.isVisible()
    assert panel.heading.text() == "Evidence added: 1 · not added: 1"
    assert len(stage.items) == 1
    late.write_bytes(content)
    QTest.mouseClick(line_button(stage, "Try again"), Qt.MouseButton.LeftButton)
    assert [item.title for item in stage.items] == ["rgb", "sms"]
    assert not panel.isVisible()


def test_many_failures_can_all_be_read(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    stage.tab.add_files([tmp_path / f"gone-{n}.png" for n in range(5)])
    QTest.mouseClick(stage.tab.panel.all_files, Qt.MouseButton.LeftButton)
    assert all(f"gone-{n}.png" in dialogs(stage).told[0] for n in range(5))
    QTest.mouseClick(stage.tab.panel.close_it, Qt.MouseButton.LeftButton)
    assert not stage.tab.panel.isVisible()


def test_the_first_new_exhibit_is_chosen(stage: Stage, tmp_path: Path) -> None:
    files = make_pictures(tmp_path / "in", 4)
    stage.tab.add_files(files[:2])
    stage.tab.add_files(files[2:])
    current = stage.tab.board.gallery.current
    assert current is not None
    assert current.exhibit_no == 3


def test_a_member_that_failed_at_first_has_its_history_when_it_is_tried_again(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    case, _ = services.cases.new_case("钱包打不开")
    archive = tmp_path / "phone.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("wechat/a.txt", "第一行")
    (holder,) = services.evidence.attach(case.id, [archive]).stored
    lane = InlineLane()
    adding = Imports(lane, services.evidence, services.unpacking, lane)
    with monkeypatch.context() as patch:
        patch.setattr(services.unpacking._holders, "member", lambda *_: None)
        adding.add(Batch(case.id, Entry(), holder=holder, members=services.unpacking.members(holder)))
    assert [failed.error.code for _, failed in adding.state.failed] == ["member_unreadable"]
    adding.retry()
    item = adding.state.added[-1]
    assert (item.parent_id, item.kin, item.origin.way) == (holder.id, Kin.MEMBER, Way.DERIVED)
    assert item.source == "phone.zip"

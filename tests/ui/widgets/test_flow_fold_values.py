"""Things that flow, fold and are read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column
from walletcase.ui.widgets.values import ValueList


def test_a_flow_breaks_where_there_is_no_room_and_leaves_out_what_is_hidden(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    widget, flow = flow_row(gap=10)
    column(window).addWidget(widget)
    boxes = [QFrame() for _ in range(4)]
    for box in boxes:
        box.setFixedSize(80, 30)
        flow.addWidget(box)
    window.resize(200, 200)
    with qtbot.waitExposed(window):
        window.show()
    assert [(b.x(), b.y() - boxes[0].y()) for b in boxes] == [(0, 0), (90, 0), (0, 40), (90, 40)]
    assert flow.heightForWidth(1000) == 30
    assert flow.heightForWidth(80) == 4 * 30 + 3 * 10
    boxes[0].hide()
    QApplication.processEvents()
    assert [b.x() for b in boxes[1:]] == [0, 90, 0]
    assert flow.minimumSize().width() == 80
    assert flow.itemAt(9) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is boxes[0]
    assert flow.count() == 3


def test_a_fold_opens_by_keyboard_and_says_so(qtbot: QtBot) -> None:
    fold = Fold("更多", (QIcon(), QIcon()))
    qtbot.addWidget(fold)
    inside = PlainLabel("里面")
    fold.body.addWidget(inside)
    turned: list[bool] = []
    fold.turned.connect(turned.append)
    with qtbot.waitExposed(fold):
        fold.show()
    assert not inside.isVisible()
    QTest.keyClick(fold.head, Qt.Key.Key_Space)
    assert inside.isVisible()
    assert turned == [True]
    assert bool(fold.is_open)


def test_values_are_read_as_they_are_and_can_be_copied(qtbot: QtBot) -> None:
    values = ValueList([("名称", "<b>不是</b>标记"), ("日期", "2026-11-22")])
    qtbot.addWidget(values)
    labels = values.findChildren(PlainLabel)
    assert [label.text() for label in labels] == ["名称", "<b>不是</b>标记", "日期", "2026-11-22"]
    assert labels[1].textFormat() == Qt.TextFormat.PlainText
    assert labels[1].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert labels[1].accessibleName() == "名称: <b>不是</b>标记"

"""Icons are drawn in the size of the place and of the screen, in any colour, and only if there is a drawing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from walletcase.ui.look.icons import icon
from walletcase.ui.look.theme import Theme
from walletcase.ui.widgets.buttons import button, icon_button, icon_size


def inks(image: QImage) -> set[str]:
    found = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in found if colour.alpha() > 200}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = icon("plus", "#ff0000").pixmap(QSize(24, 24), ratio)
    assert pixmap.size() == QSize(24, 24) * ratio
    assert pixmap.devicePixelRatio() == ratio
    assert inks(pixmap.toImage()) == {"#ff0000"}


@pytest.mark.parametrize("colour", ["#ff0000", "#ffffff"])
def test_what_cannot_be_pressed_is_as_pale_as_its_text(dressed_app: QApplication, colour: str) -> None:
    pale = icon("plus", colour).pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage()
    text = dressed_app.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert inks(pale) == {text.name()}


def test_a_wide_place_has_the_icon_in_its_middle(qapp: QApplication) -> None:
    image = QImage(40, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QIcon(icon("plus", "#0000ff")).paint(painter, QRect(0, 0, 40, 20))
    painter.end()
    columns = [x for x in range(40) if any(image.pixelColor(x, y).alpha() for y in range(20))]
    assert 10 < min(columns) < max(columns) < 30


def test_an_unknown_icon_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-drawing", "#000000")


def test_icons_in_buttons_grow_with_the_text(dressed_app: QApplication, qtbot: QtBot) -> None:
    assert icon_size() == QSize(18, 18)
    Theme(percent=175).apply(dressed_app)
    try:
        made: list[QPushButton] = [button("Add", lambda: None, icon=icon("plus", "#000000"))]
        small = icon_button("Add", icon("plus", "#000000"), lambda: None)
        qtbot.addWidget(made[0])
        qtbot.addWidget(small)
        sizes = [made[0].iconSize().width(), small.iconSize().width(), icon_size(14).width()]
    finally:
        Theme().apply(dressed_app)
    assert [abs(size - wanted) <= 1 for size, wanted in zip(sizes, (32, 32, 25), strict=True)] == [True] * 3

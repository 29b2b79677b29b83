"""The legend of the weeks names the signs that are in the picture, and no others."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.timeline.contacts import log, new_case, three_weeks
from walletcase.services.facade import Services
from walletcase.ui.look.theme import Theme
from walletcase.ui.timeline.geometry import Metrics
from walletcase.ui.timeline.legend import draw_legend, signs_of
from walletcase.ui.timeline.weeks import weeks_of


def test_every_sign_of_a_full_picture_is_named(services: Services) -> None:
    weeks = weeks_of(three_weeks(services), services.clock.today())
    assert weeks is not None
    signs = signs_of(weeks, Theme())
    assert [sign.word for sign in signs] == ["contact", "answer", "promised date", "late", "silence"]
    assert len({(sign.shape, sign.colour) for sign in signs}) == len(signs)


def test_what_is_not_in_the_picture_is_not_named(services: Services) -> None:
    case_id = new_case(services)
    log(services, case_id, "2026-11-22T08:00", "called")
    weeks = weeks_of(services.cases.open(case_id), services.clock.today())
    assert weeks is not None
    assert [sign.word for sign in signs_of(weeks, Theme())] == ["contact"]


def test_a_narrow_picture_leaves_out_what_has_no_room(services: Services, dressed_app: QApplication) -> None:
    weeks = weeks_of(three_weeks(services), services.clock.today())
    assert weeks is not None
    theme = Theme()

    def leftmost(width: int) -> int:
        image = QImage(width, 30, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        draw_legend(painter, signs_of(weeks, theme), theme, Metrics(theme), width)
        painter.end()
        inked = [x for x in range(width) for y in range(30) if image.pixelColor(x, y).name() != "#ffffff"]
        return min(inked, default=width)

    assert 0 < leftmost(160) < 120
    assert leftmost(600) > 200
    assert leftmost(40) == 40

"""Turns tokens into a palette and a style sheet over Fusion."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from walletcase.infra import resources
from walletcase.ui.look.tokens import DARK, FAMILY, LIGHT, RADIUS, RADIUS_SMALL, SCALE, Colours


class Theme:
    """The look in force. ``percent`` scales all text (100 to 175)."""

    def __init__(self, dark: bool = False, percent: int = 100) -> None:
        self.dark = dark
        self.percent = percent

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return DARK if self.dark else LIGHT

    def px(self, size: int) -> int:
        """Return a text size of the scale in the percentage in force, in logical pixels."""
        return round(size * self.percent / 100)

    def apply(self, app: QApplication) -> None:
        """Dress the application."""
        app.setStyle("Fusion")
        font = QFont(FAMILY)
        font.setPixelSize(self.px(SCALE.body))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        app.setFont(font)
        app.setPalette(_palette(self.colours))
        app.setStyleSheet(self.sheet())

    def sheet(self) -> str:
        """Return the style sheet."""
        sizes = {name: f"{self.px(size)}px" for name, size in asdict(SCALE).items()}
        sheet = Template(resources.path("ui", "theme.qss").read_text(encoding="utf-8"))
        values = {**asdict(self.colours), **sizes, "radius": f"{RADIUS}px", "radius_small": f"{RADIUS_SMALL}px"}
        for name in ("chevron", "tick"):
            values[name] = resources.path("ui", f"{name}-{'dark' if self.dark else 'light'}.svg").as_posix()
        return sheet.substitute(values)


def load_fonts() -> None:
    """Make the bundled Chinese font known to Qt, so that no machine shows empty boxes."""
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: c.desk,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.raised,
        role.Text: c.text,
        role.PlaceholderText: c.muted,
        role.Button: c.surface,
        role.ButtonText: c.text,
        role.BrightText: c.danger,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Link: c.accent_text,
        role.LinkVisited: c.accent_text,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.text,
        role.Light: c.raised,
        role.Midlight: c.border,
        role.Mid: c.border,
        role.Dark: c.muted,
        role.Shadow: c.desk,
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.muted))
    return palette

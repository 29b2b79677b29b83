"""Take the pictures of README.md from the real app with the sample case: resources/help/pictures/*.png.

Run after changing the look:  QT_QPA_PLATFORM=offscreen python resources/packaging/build_pictures.py
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from walletcase.bootstrap import build
from walletcase.infra.settings import Settings, SettingsFile
from walletcase.services.dossier_options import DossierOptions, Rendered
from walletcase.services.facade import Services
from walletcase.ui.look.theme import Theme, load_fonts
from walletcase.ui.shell.i18n import Translators
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.window.view import MainWindow

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "resources/help/pictures"
# name, language, dark, tab
SHOTS = (
    ("step-light", "zh_CN", False, 0),
    ("evidence-light", "zh_CN", False, 2),
    ("timeline-light", "en", False, 1),
    ("letters-light", "zh_CN", False, 4),
    ("dossier-dark", "en", True, 5),
)
_SETTLED_MS = 6_000
_GAP = 8
translators = Translators()


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def shoot(app: QApplication, services: Services, folder: Path, shot: tuple[str, str, bool, int]) -> None:
    """Take one picture of the window, in the language in force."""
    name, language, dark, tab = shot
    translators.switch(language)
    theme = Theme(dark)
    theme.apply(app)
    window = MainWindow(theme, translators, SettingsFile(folder / f"{name}.json"), Settings())
    window.resize(1280, 800)
    window.show()
    window.furnish(services, PoolLane(1, window), PoolLane(2, window))
    wait(1_500)
    assert window.rooms is not None
    number = next(r for r in services.cases.rows() if r.title.startswith("示例") == (language == "zh_CN"))
    window.rooms.cases.choose(number.id)
    window.rooms.page.bar.setCurrentIndex(tab)
    wait(_SETTLED_MS)
    window.grab().save(str(PICTURES / f"{name}.png"))
    window.hide()


def page_of(services: Services, made: Rendered, number: int, width_px: int) -> bytes:
    """Return a page (from 1) as a PNG."""
    page = services.pictures.page(made.path, "application/pdf", number - 1, width_px)
    assert page is not None
    return page


def show_six(services: Services, made: Rendered) -> None:
    """Put six pages side by side: cover, summary, parties, facts and contacts, an exhibit, custody."""
    exhibits = made.exhibit_pages
    pages = (1, 3, 4, 5, exhibits[1][1], exhibits[-1][2] + 1)
    pictures = [Image.open(io.BytesIO(page_of(services, made, number, 430))).convert("RGB") for number in pages]
    width, height = pictures[0].size
    sheet = Image.new("RGB", (3 * width + 4 * _GAP, 2 * height + 3 * _GAP), "#D8D4CC")
    for place, picture in enumerate(pictures):
        row, column = divmod(place, 3)
        sheet.paste(picture, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    sheet.quantize(128, dither=Image.Dither.NONE).save(PICTURES / "dossier-pages.png", optimize=True)


def main() -> int:
    """Take all pictures and a page of the PDF."""
    app = QApplication([])
    load_fonts()
    PICTURES.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp())
    services = build(folder / "data")
    case, _ = services.sample.add("zh_CN")
    services.sample.add("en")
    for shot in SHOTS:
        shoot(app, services, folder, shot)
    made = services.dossiers.render(case.id, DossierOptions(language="zh_CN"), folder / "dossier.pdf")
    (PICTURES / "dossier-page.png").write_bytes(page_of(services, made, 3, 900))
    show_six(services, made)
    services.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints the sample's dossier, the sheet for the branch and a letter on a real print queue, from the window's own code.

    python -m tests.e2e.print_driver DATA PRINTER FIRST LAST

Prints END and what was told as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from walletcase.bootstrap import build
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.services.dossier_options import Rendered
from walletcase.ui.dossier.view import DossierTab
from walletcase.ui.letters.paper import LetterPaper
from walletcase.ui.look.theme import Theme, load_fonts
from walletcase.ui.shell.bus import Bus
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.dialogs import Dialogs
from walletcase.ui.shell.paper.preview import PreviewPane
from walletcase.ui.shell.paper.print_once import Choose, PrintOnce
from walletcase.ui.shell.paper.scratch import Scratch
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.widgets.toast import Toasts

MOST_S = 60.0


def until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    end = time.monotonic() + MOST_S
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        QTest.qWait(10)


def _print_a_letter(desk: Desk, host: QWidget, case_id: CaseId, choose: Choose) -> str:
    """Print the sample's letter by the way that the Letters tab prints it, and return its first words."""
    services = desk.services
    record = services.cases.open(case_id)
    (letter, *_) = record.letters
    paper = LetterPaper(desk, PreviewPane(desk), choose)
    head = services.custody.head()
    paper.print_(record.case, letter.id, letter.title)
    until(lambda: services.custody.head() != head)  # what was printed is in the journal
    return "".join(letter.body.split())[:12]


def main(data: Path, name: str, first: int, last: int) -> dict[str, object]:
    """Print."""
    app = QApplication([])
    load_fonts()
    theme = Theme()
    theme.apply(app)
    services = build(data)
    case, _ = services.sample.add("zh_CN")
    host = QWidget()
    lanes = PoolLane(1, host), PoolLane(2, host)
    desk = Desk(services, lanes[0], lanes[1], Bus(), theme, Dialogs(host, "zh_CN"), Toasts(host), "zh_CN")

    desk.dialogs.tell_failure = lambda error: None  # type: ignore[method-assign]

    def choose(parent: QWidget, pages: int, title: str) -> QPrinter:
        """Stand in for the system's dialog, with what a person sets there."""
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
        printer.setFromTo(first, last)
        return printer

    told: list[object] = []
    tab = DossierTab(desk, choose=choose)
    tab.on_paper.ended.connect(told.append)
    tab.show_case(services.cases.open(case.id), None)
    tab.show()
    until(lambda: tab.maker.rendered is not None)
    tab.print_()
    until(lambda: bool(told))
    if isinstance(told[0], UserError):
        return {"told": [told[0].code]}
    sheet = PrintOnce(desk, host, Scratch(services.temp_folder, "sheet"), choose)

    def make(out: Path) -> Rendered:
        return services.visits.for_printer(case.id, "zh_CN", out)

    sheet.start(make, "sheet", lambda made, to: told.append(to))
    until(lambda: len(told) == 2)
    letter = _print_a_letter(desk, host, case.id, choose)
    first_exhibit = services.cases.open(case.id).evidence[0].id
    until(lambda: any(one.kind == "left_app" for one in services.custody.events(case.id, first_exhibit)))
    ways = [dict(one.detail) for one in services.custody.events(case.id, first_exhibit) if one.kind == "left_app"]
    return {
        "printers": QPrinterInfo.availablePrinterNames(),
        "told": [str(one) for one in told],
        "left": ways,
        "letter": letter,
    }


if __name__ == "__main__":
    made = main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    sys.stdout.write(f"END {json.dumps(made)}\n")
    sys.stdout.flush()
    os._exit(0)  # without the teardown of a window that nobody closed

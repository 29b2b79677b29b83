"""A whole journey in the real window: files come in, are looked at, read, searched, printed, checked and handed over.

    python -m tests.reliability.quiet_driver DATA FILES OUT [ADDRESS OF A TIME-STAMP AUTHORITY]

It runs under strace, which tells whom it called. Prints END and what it did as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walletcase.bootstrap import build
from walletcase.domain.case import Case
from walletcase.domain.custody import LeftBy
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence, Way
from walletcase.infra.settings import Settings, SettingsFile
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.evidence import Entry
from walletcase.services.facade import Services
from walletcase.ui.look.theme import Theme, load_fonts
from walletcase.ui.shell.i18n import Translators
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.window.furniture import Furniture
from walletcase.ui.window.stamps import StampsDialog
from walletcase.ui.window.view import MainWindow

MOST_S = 60.0


def until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    end = time.monotonic() + MOST_S
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        QTest.qWait(10)


def main(data: Path, files: Path, out: Path, address: str) -> dict[str, object]:
    """Go on the journey."""
    app = QApplication([])
    load_fonts()
    theme, translators = Theme(), Translators()
    theme.apply(app)
    translators.switch("zh_CN")
    services = build(data)
    case, _ = services.cases.new_case("钱包打不开", "icbc-digital-wallet", {"problem": "报错。"})
    report = services.evidence.attach(case.id, sorted(files.iterdir()), Entry(way=Way.DROPPED))
    for item in report.stored:
        _unpack(services, case, item)
    items = services.cases.open(case.id).live_evidence
    read = sum(services.reading.read(one, pixels=True).page is not None for one in services.reading.unread(pixels=True))
    settings = Settings(language="zh_CN")
    window = MainWindow(theme, translators, SettingsFile(data / "settings.json"), settings)
    window.furnish(services, PoolLane(1, window), PoolLane(2, window))
    window.resize(1280, 800)
    window.show()
    seen = _look_at(window, case, items)
    services.dossiers.export_pdf(case.id, out / "dossier.pdf", DossierOptions())
    services.case_files.export(case.id, out / "case.json")
    letter, _ = services.letters.compose(case.id, "complaint", "zh_CN")
    services.letters.save(case.id, letter.id, "# 投诉书\n事实如此（见证据1）。")
    for ending in (".pdf", ".docx", ".txt"):
        services.letter_files.export(case.id, letter.id, out / f"letter{ending}")
    services.letter_files.handed_over(case.id, letter.id, LeftBy.COPY)
    services.custody.request_stamp(out / "journal.tsq")
    dialog = StampsDialog(window.desk, window) if window.desk is not None else None
    if dialog is not None:
        until(lambda: bool(dialog.lines.text()))
        dialog.done(0)
    if address:
        services.custody.ask_authority(address)
    problems = [*services.integrity.spot_check(), *services.integrity.verify()]
    hits = len(services.search.search("证据"))
    window.close()
    services.close()
    stored = [[item.original_name, item.media.media_type, item.media.note] for item in items]
    return {"stored": stored, "seen": seen, "read": read, "hits": hits, "problems": [str(one) for one in problems]}


def _unpack(services: Services, case: Case, item: Evidence) -> None:
    try:
        members = services.unpacking.members(item)
        services.unpacking.unpack(item, [member.number for member in members])
    except UserError:
        return


def _look_at(window: MainWindow, case: Case, items: tuple[Evidence, ...]) -> int:
    rooms = window.findChild(Furniture)
    assert rooms is not None
    until(lambda: bool(rooms.cases.rows))
    rooms.cases.choose(case.id)
    until(lambda: rooms.page.record is not None)
    rooms.page.open_tab("evidence")
    board = rooms.evidence.board
    seen = 0
    for item in items:
        rooms.evidence.go_to(str(item.id))
        until(lambda: board.gallery.current is not None and board.gallery.current.id == item.id)  # noqa: B023
        QTest.keyClick(board.gallery, Qt.Key.Key_Return)
        until(lambda: not board.detail.viewer._pages._busy)
        QTest.keyClick(board.detail.viewer, Qt.Key.Key_Escape)
        board.expand(False)
        seen += 1
    rooms.page.open_tab("dossier")
    until(lambda: rooms.dossier.maker.rendered is not None)
    return seen


if __name__ == "__main__":
    given = sys.argv[1:]
    told = main(Path(given[0]), Path(given[1]), Path(given[2]), "".join(given[3:]))
    sys.stdout.write("END " + json.dumps(told, ensure_ascii=False) + "\n")

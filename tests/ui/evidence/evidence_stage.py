"""The Evidence tab as the case page keeps it: shown a case anew with every change."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.media.corpus_documents import GOOD as DOCUMENTS
from tests.media.corpus_documents import LOCKED, OTHERS, TEXTS
from tests.media.corpus_pictures import GOOD as PICTURES
from tests.media.corpus_pictures import Makers, encoded, quarters
from tests.media.corpus_structures import GOOD as STRUCTURES
from tests.media.corpus_structures import SOUNDS
from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.domain.picture_rows import PictureRows
from walletcase.services.changes import Changes
from walletcase.services.ports import Pictures
from walletcase.ui.evidence.view import EvidenceTab
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import PoolLane

PLAYED = {name: partial(bytes, content) for name, (content, _) in SOUNDS.items()}
MAKERS: Makers = {**PICTURES, **DOCUMENTS, **LOCKED, **OTHERS, **TEXTS, **STRUCTURES, **PLAYED}


class Stage:
    """A window with the Evidence tab of one case in it."""

    def __init__(self, qtbot: QtBot, desk: Desk, files: list[Path] | None = None) -> None:
        self.desk = desk
        self.case_id: CaseId = desk.services.cases.new_case("钱包打不开")[0].id
        if files:
            desk.services.evidence.attach(self.case_id, files)
        self.tab = EvidenceTab(desk)
        self.seen: list[Changes] = []
        qtbot.addWidget(self.tab)
        desk.bus.changed.connect(self._follow)
        self.tab.show_case(self.record, None)
        self.tab.resize(1000, 700)
        with qtbot.waitExposed(self.tab):
            self.tab.show()

    @property
    def record(self) -> CaseRecord:
        """The case as it is stored."""
        return self.desk.services.cases.open(self.case_id)

    @property
    def items(self) -> tuple[Evidence, ...]:
        """The stored exhibits that are not in the trash."""
        return self.record.live_evidence

    @property
    def shown(self) -> list[str]:
        """The titles in the gallery, in its order."""
        rows = self.tab.board.gallery.rows
        return [str(rows.index(row).data()) for row in range(rows.rowCount())]

    def drop(self, mime: QMimeData) -> None:
        """Hold something over the tab and let it go."""
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        QApplication.sendEvent(self.tab, QDragEnterEvent(QPoint(50, 50), actions, mime, buttons, keys))
        event = QDropEvent(QPointF(50, 50), actions, mime, buttons, keys)
        QApplication.sendEvent(self.tab, event)
        assert event.dropAction() is Qt.DropAction.CopyAction

    def _follow(self, changes: Changes) -> None:
        self.seen.append(changes)
        self.tab.show_case(self.record, changes)


class WatchedPictures:
    """The real pictures, and on which threads they were asked for."""

    def __init__(self, real: Pictures) -> None:
        self._real = real
        self.threads: set[int] = set()

    def thumbnail(self, sha256: str, path: Path, media_type: str, box_px: int) -> bytes | None:
        self.threads.add(threading.get_ident())
        return self._real.thumbnail(sha256, path, media_type, box_px)

    def page(self, path: Path, media_type: str, page_no: int, width_px: int) -> bytes | None:
        self.threads.add(threading.get_ident())
        return self._real.page(path, media_type, page_no, width_px)

    def text(self, path: Path, media_type: str) -> str | None:
        self.threads.add(threading.get_ident())
        return self._real.text(path, media_type)

    def sound(self, path: Path, media_type: str, from_ms: int) -> bytes | None:
        self.threads.add(threading.get_ident())
        return self._real.sound(path, media_type, from_ms)

    def rows(self, path: Path, media_type: str, page_no: int = 0, width_px: int = 0) -> PictureRows | None:
        self.threads.add(threading.get_ident())
        return self._real.rows(path, media_type, page_no, width_px)


def make_files(folder: Path, *names: str) -> list[Path]:
    """Write files of the media corpus under their names; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / name for name in names]
    for path in made:
        path.write_bytes(MAKERS[path.name]())
    return made


def make_pictures(folder: Path, count: int) -> list[Path]:
    """Write that many different PNG pictures; return their paths in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / f"shot-{number:03}.png" for number in range(count)]
    for number, path in enumerate(made):
        path.write_bytes(encoded(quarters(size=(20 + number, 40)), "PNG"))
    return made


def mime_of(paths: list[Path]) -> QMimeData:
    """Return what a file manager puts on the clipboard."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def with_pools(desk: Desk) -> tuple[Desk, WatchedPictures]:
    """Return a desk that works on threads as the app's does, and what is asked of its pictures."""
    pictures = WatchedPictures(desk.services.pictures)
    services = replace(desk.services, pictures=pictures)
    return replace(desk, services=services, db=PoolLane(1), files=PoolLane(2)), pictures

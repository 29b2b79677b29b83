"""How soon the preview shows an edit, beside a bare drawing of the same page; prints JSON.

    python -m tests.benchmarks.bench_preview [EXHIBITS] [EDITS]

A case with contacts and exhibits is open in the window's dossier tab. Its title is edited (it stands on every page)
and the time is taken until the page in view is on the screen with it: on the cover, in the chronology, at an exhibit in
the middle. The bare drawing opens the finished file and draws one page of it.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.inside import inside

WINDOW_PX = (1600, 1000)
_CONTACTS = 24


def fill(data: Path, count: int) -> None:
    """Make the sample the only case of a new data folder, and put more screenshots and contacts into it."""
    from tests.export.dossier_samples import screenshot_file
    from walletcase.bootstrap import build
    from walletcase.domain.timeline import EntryDraft

    services = build(data)
    case_id = services.sample.add("zh_CN")[0].id
    folder = data.parent / "files"
    folder.mkdir()
    for number in range(1, count + 1 - len(services.cases.open(case_id).live_evidence)):
        shot = folder / f"{number:03}.{'png' if number % 2 else 'jpg'}"
        shot.write_bytes(screenshot_file(number))
    services.evidence.attach(case_id, sorted(folder.iterdir()))
    shown = [item.id for item in services.cases.open(case_id).live_evidence]
    for number in range(_CONTACTS):
        said = f"第 {number + 1} 次：客服说已经转交后台，五个工作日内答复，请保持电话畅通。"
        draft = EntryDraft(f"2026-11-{number % 20 + 1:02}T10:00", said, evidence_ids=tuple(shown[number : number + 2]))
        services.timeline.log(case_id, draft)
    services.close()


def edit(data: Path, edits: int) -> None:
    """In a process of its own: edit the case of a data folder and print the figures."""
    import pypdfium2
    from PySide6.QtGui import QImage

    from tests.benchmarks import watched_window
    from walletcase.ui.dossier.view import DossierTab

    found: dict[str, Any] = {}

    def script(tab: DossierTab, heart: watched_window.Heart) -> watched_window.Steps:
        tab.window().resize(*WINDOW_PX)
        pages, services = tab.preview.pages, tab.desk.services
        yield lambda: tab.maker.rendered is not None
        made = tab.maker.rendered
        assert made is not None
        case = tab.desk.services.cases.rows()[0]
        exhibits = [first for _, first, _ in made.exhibit_pages]
        places = {"cover": 0, "chronology": 3, "exhibit": exhibits[len(exhibits) // 2] - 1}
        put, ahead = pages.put_page, pages.put_ahead
        shown: list[int] = []

        def note_ahead(number: int, image: QImage) -> None:
            ahead(number, image)
            shown.append(number)

        def note(number: int, width_px: int, image: QImage) -> None:
            put(number, width_px, image)
            shown.append(number)

        pages.put_ahead, pages.put_page = note_ahead, note  # type: ignore[method-assign]
        for name, number in places.items():
            area = pages.page_area(number)
            pages.verticalScrollBar().setValue(pages.verticalScrollBar().value() + area.top())
            yield _after(1.0)
            taken, whole = [], []
            heart.begin()
            for turn in range(edits):
                shown.clear()
                before, begin = tab.maker.rendered, time.perf_counter()
                tab.desk.bus.changed.emit(services.cases.rename(case.id, f"钱包打不开（{name} {turn}）"))
                yield lambda wanted=number: wanted in shown  # type: ignore[misc]
                taken.append(time.perf_counter() - begin)
                yield lambda old=before: tab.maker.rendered is not old and not tab.maker.is_busy  # type: ignore[misc]
                whole.append(time.perf_counter() - begin)
                yield _after(0.4)
            found[name] = watched_window.spread(taken, "seen") | watched_window.spread(whole, "made") | heart.figures()
        rendered = tab.maker.rendered
        assert rendered is not None
        bare = []
        for _ in range(max(3, edits)):
            begin = time.perf_counter()
            with pypdfium2.PdfDocument(rendered.path) as document:
                page = document[places["chronology"]]
                page.render(scale=pages.width_px / page.get_width()).to_numpy()
            bare.append(time.perf_counter() - begin)
        found["bare_ms"] = round(1000 * statistics.median(bare), 1)
        found["pages"] = rendered.pages

    watched_window.run_in("dossier", DossierTab, data, script, lambda: found)


def _after(seconds: float) -> Any:
    since = time.perf_counter()
    return lambda: time.perf_counter() - since >= seconds


def measure(count: int = 60, edits: int = 20) -> dict[str, Any]:
    """Return milliseconds from an edit to the page in view and to the whole file, and the ratio to a bare drawing."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        fill(data, count)
        figures = inside("bench_preview", Path(name), data, edits)
    figures["ratio"] = round(figures["chronology"]["seen_p50_ms"] / figures["bare_ms"], 1)
    return {"exhibits": count, "edits": edits} | figures


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        edit(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.stdout.write(json.dumps(measure(*map(int, sys.argv[1:3])), indent=1) + "\n")

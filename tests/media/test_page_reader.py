"""The words on a page, by the real child processes: a file's own, and those of its pixels."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import docx
import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.bench_reading import wrong_characters
from tests.media.corpus_pictures import encoded
from tests.media.phone_shots import Shot, chat, shots
from walletcase.domain.page_text import SCALE, Line, TextSource
from walletcase.domain.suggestions import suggestions_in
from walletcase.media import page_reader
from walletcase.media.kinds import DOCUMENT, MAIL, PDF
from walletcase.media.limits import MEMORY_BYTES
from walletcase.media.page_reader import PageReader
from walletcase.services.reading import Reading

PNG = "image/png"


@pytest.fixture(scope="module")
def reader() -> Iterator[PageReader]:
    made = PageReader(timeout_s=300)
    yield made
    made.close()


@pytest.fixture(scope="module")
def drawn() -> dict[str, Shot]:
    return {shot.name: shot for shot in shots()}


def put(shot: Shot, folder: Path) -> Path:
    path = folder / f"{shot.name}.png"
    path.write_bytes(shot.png)
    return path


def pdf(path: Path, *said: tuple[float, float, str]) -> Path:
    canvas = Canvas(str(path), pagesize=(400, 800))
    canvas.setFontSize(20)
    for x, y, text in said:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return path


def near(line: Line, left: float, top: float) -> None:
    assert line.left == pytest.approx(left * SCALE, abs=150)
    assert line.top + line.height / 2 == pytest.approx(top * SCALE, abs=150)


def test_a_pdf_says_its_words_and_where_they_stand(reader: PageReader, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", (40, 700, "Accepted: GD2026"), (200, 200, "CNY 1,280.50"))
    found = reader.own_words(path, PDF, 0)
    first, second = found.lines
    assert (first.text, second.text, found.source, found.is_scan) == (
        "Accepted: GD2026",
        "CNY 1,280.50",
        TextSource.FILE,
        False,
    )
    near(first, 0.1, (800 - 707) / 800)
    near(second, 0.5, (800 - 207) / 800)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_words_of_a_turned_page_stand_where_they_are_seen(reader: PageReader, tmp_path: Path, turn: int) -> None:
    path = pdf(tmp_path / "a.pdf", (40, 700, "top left"))
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].rotate(turn, relative=False)
        document.save(path)
    (line,) = reader.own_words(path, PDF, 0).lines
    middle = ((line.left + line.width / 2) / SCALE, (line.top + line.height / 2) / SCALE)
    expected = {90: (0.88, 0.19), 180: (0.81, 0.88), 270: (0.12, 0.81)}[turn]
    assert middle == pytest.approx(expected, abs=0.03)


def test_words_beside_the_page_are_not_on_it(reader: PageReader, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", (40, 700, "seen"), (40, 900, "above"), (-300, 400, "left of it"))
    assert [line.text for line in reader.own_words(path, PDF, 0).lines] == ["seen"]


def test_a_scan_is_known_by_its_picture(reader: PageReader, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=(400, 800))
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 80), "grey")), 0, 0, 400, 800)
    canvas.drawString(10, 10, "made with a scanner")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 80), "grey")), 0, 700, 40, 80)  # a logo
    canvas.drawString(10, 10, "a letter")
    canvas.showPage()
    canvas.save()
    pages = [reader.own_words(tmp_path / "scan.pdf", PDF, page_no) for page_no in range(2)]
    assert [page.is_scan for page in pages] == [True, False]


def test_what_cannot_be_read_is_said_and_nothing_raises(
    reader: PageReader, corpus: dict[str, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing of the kind")
    assert reader.own_words(broken, PDF, 0).note == "damaged"
    assert reader.own_words(corpus["two-pages.pdf"], PDF, 99).note == "damaged"
    assert reader.own_words(corpus["locked.pdf"], PDF, 0).note == "encrypted"
    assert reader.own_words(corpus["setup.exe"], "application/octet-stream", 0) == Reading(
        (), TextSource.FILE
    )


def test_mails_documents_and_texts_say_their_words(reader: PageReader, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "关于投诉", "service@bank.example"
    mail.set_content("您的受理编号是 GD2026112000\n谢谢")
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    document = docx.Document()
    document.add_paragraph("答复意见书")
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "a.txt").write_text("你好\n世界", encoding="gb18030")
    assert "您的受理编号是 GD2026112000" in [x.text for x in reader.own_words(tmp_path / "a.eml", MAIL, 0).lines]
    assert "答复意见书" in [x.text for x in reader.own_words(tmp_path / "a.docx", DOCUMENT, 0).lines]
    lines = reader.own_words(tmp_path / "a.txt", "text/plain", 0).lines
    assert lines == (Line("你好", 0, 0, 0, 0), Line("世界", 0, 0, 0, 0))


@pytest.mark.parametrize("name", ["chat", "chat-dark", "sms", "progress"])
def test_screenshots_are_read(reader: PageReader, drawn: dict[str, Shot], tmp_path: Path, name: str) -> None:
    shot = drawn[name]
    found = reader.read_pixels(put(shot, tmp_path), PNG, 0, 2.2)
    assert (found.note, found.source) == ("", TextSource.MACHINE)
    assert found.engine.startswith("rapidocr 3.")
    characters = sum(len(line) for line in shot.lines)
    assert wrong_characters(shot.lines, found.lines) <= characters * 0.02
    tops = [line.top for line in found.lines]
    assert all(one < other + 200 for one, other in pairwise(tops))


def test_what_a_screenshot_suggests(reader: PageReader, drawn: dict[str, Shot], tmp_path: Path) -> None:
    lines = reader.read_pixels(put(drawn["chat"], tmp_path), PNG, 0, 2.2).lines
    found = {(one.kind.value, one.value): one for one in suggestions_in(lines, "2026-11-22")}
    assert set(found) >= {
        ("reference", "GD20261120004417"),  # broken over two lines of its bubble
        ("staff", "95588-3127"),
        ("phone", "13800136628"),
        ("date", "2026-11-20 10:12"),
        ("amount", "1280.50"),
    }
    place = found["reference", "GD20261120004417"]
    assert place.left == pytest.approx(1850, abs=200)
    assert place.width == pytest.approx(5900, abs=300)
    assert place.height > 400  # both lines


def test_a_long_screenshot_is_read_whole_and_each_line_once(reader: PageReader, tmp_path: Path) -> None:
    said = [("me" if n % 2 else "them", f"第{n:03}句：受理编号 GD{2026110000 + n * 7}") for n in range(1, 31)]
    shot = chat("long", "客服", said, height=7600)
    found = reader.read_pixels(put(shot, tmp_path), PNG, 0, 7600 / 1080)
    whole = "".join(line.text for line in found.lines)
    numbers = [whole.count(f"第{n:03}句") for n in range(1, 31)]
    assert numbers == [1] * 30
    assert whole.index("第001句") < whole.index("第016句") < whole.index("第030句")
    assert wrong_characters(shot.lines, found.lines) <= sum(len(line) for line in shot.lines) * 0.02


def test_a_picture_without_words_has_none(reader: PageReader, tmp_path: Path) -> None:
    path = tmp_path / "blank.png"
    path.write_bytes(encoded(Image.new("RGB", (900, 1600), "#ddccbb"), "PNG"))
    assert reader.read_pixels(path, PNG, 0, 1.8).lines == ()


def test_a_scanned_page_of_a_pdf_is_read(reader: PageReader, drawn: dict[str, Shot], tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=(540, 1200))
    canvas.drawImage(str(put(drawn["transfer"], tmp_path)), 0, 0, 540, 1200)
    canvas.save()
    lines = reader.read_pixels(tmp_path / "scan.pdf", PDF, 0, 1.0).lines
    assert "202611210905338271" in [line.text for line in lines]


def test_damage_and_bombs_end_in_a_note(reader: PageReader, corpus: dict[str, Path]) -> None:
    assert reader.read_pixels(corpus["truncated.png"], PNG, 0, 1.0).note == "damaged"
    assert reader.read_pixels(corpus["locked.pdf"], PDF, 0, 1.0).note == "encrypted"
    assert reader.read_pixels(corpus["sms.txt"], "text/plain", 0, 1.0).note == "unsupported"


def test_the_child_that_reads_is_limited_and_reaches_no_network(
    reader: PageReader, drawn: dict[str, Shot], tmp_path: Path
) -> None:
    reader.read_pixels(put(drawn["sms-english"], tmp_path), PNG, 0, 2.2)
    pid = reader.child_pid
    assert pid is not None
    space = resource.prlimit(pid, resource.RLIMIT_AS)[1]
    most = MEMORY_BYTES["reading"]
    assert most < space < most + (3 << 30)
    assert resource.prlimit(pid, resource.RLIMIT_FSIZE) == (0, 0)
    assert resource.prlimit(pid, resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY
    assert os.getpriority(os.PRIO_PROCESS, pid) > os.getpriority(os.PRIO_PROCESS, 0)
    open_ends = [os.readlink(f"/proc/{pid}/fd/{name}") for name in os.listdir(f"/proc/{pid}/fd")]
    assert [end for end in open_ends if end.startswith("socket:")] == []
    mapped = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    assert "onnxruntime" in mapped
    assert "Qt" not in mapped


def test_reading_can_be_stopped_and_goes_on_in_another_child(
    reader: PageReader, drawn: dict[str, Shot], tmp_path: Path
) -> None:
    path = put(drawn["sms-english"], tmp_path)
    reader.read_pixels(path, PNG, 0, 2.2)
    pid = reader.child_pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)  # it will not answer
    notes: list[str] = []
    asking = threading.Thread(target=lambda: notes.append(reader.read_pixels(path, PNG, 0, 2.2).note))
    asking.start()
    while asking.is_alive():
        reader.interrupt()
        asking.join(0.05)
    assert notes == ["stopped"]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert reader.read_pixels(path, PNG, 0, 2.2).lines
    assert reader.child_pid != pid
    reader.rest()
    assert reader.child_pid is None


@pytest.mark.parametrize(
    "body",
    [b"", b"nonsense", b"{}", b'["a"]', b'[["a", 1, 2, 3]]', b'[["a", 1, 2, 3, 20000]]', b'[[1, 1, 2, 3, 4]]',
     b'[["a", 1.5, 2, 3, 4]]', b'[["a", -1, 2, 3, 4]]', b'[["a", true, 2, 3, 4]]'],
)  # fmt: skip
def test_a_child_that_lies_is_not_believed(body: bytes) -> None:
    assert page_reader._lines(body) == ()


def test_what_makes_sense_is_kept() -> None:
    body = json.dumps([["a", 1, 2, 3, 4, 90], ["b"], ["c", 1, 2, 3, 4]]).encode()
    assert page_reader._lines(body) == (Line("a", 1, 2, 3, 4, 90), Line("c", 1, 2, 3, 4))


def test_looking_for_the_part_loads_nothing_of_it() -> None:
    code = (
        "import json, sys; from walletcase.media.page_reader import PageReader\n"
        "print(json.dumps([PageReader().is_available, sorted({'rapidocr', 'onnxruntime', 'cv2', 'numpy', 'PIL'} "
        "& set(sys.modules))]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(done.stdout) == [True, []]


def test_the_opencv_that_comes_brings_no_windows() -> None:
    """The other distribution bundles a Qt of its own, which breaks the one of the window."""
    names = {str(one.metadata["Name"]).lower() for one in metadata.distributions()}
    assert "opencv-python-headless" in names
    assert "opencv-python" not in names


def test_a_child_that_is_still_starting_is_stopped(drawn: dict[str, Shot], tmp_path: Path) -> None:
    reader, notes = PageReader(timeout_s=120), []
    path = put(drawn["sms-english"], tmp_path)
    asking = threading.Thread(target=lambda: notes.append(reader.read_pixels(path, PNG, 0, 2.2).note))
    asking.start()
    while reader.child_pid is None:
        asking.join(0.001)
    reader.interrupt()  # the models are being read by now
    asking.join(5)
    assert notes == ["stopped"]
    reader.close()

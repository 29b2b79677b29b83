"""The PDF that is read from its parts, and the pages of PDF exhibits."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.export.dossier_samples import carry, encoded
from walletcase.domain.errors import Cancelled
from walletcase.export.jpeg import read_jpeg
from walletcase.export.pdf_pages import PdfExhibits, PdfPage, PdfUnfit, pdf_pages
from walletcase.export.picture import Chunk, FileRange
from walletcase.export.spliced import Spliced, splice


@given(st.lists(st.binary(max_size=40), max_size=12), st.lists(st.tuples(st.integers(0, 300), st.integers(-1, 90))))
def test_reads_like_one_file(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes], moves: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    spliced = Spliced()
    for number, part in enumerate(parts):
        path = folder / str(number)
        path.write_bytes(b"before" + part + b"after")
        chunk: Chunk = FileRange(path, 6, len(part)) if number % 2 else part
        spliced.append(chunk)
    oracle = io.BytesIO(b"".join(parts))
    with spliced:
        assert spliced.size == len(oracle.getvalue())
        for place, count in moves:
            assert spliced.seek(place) == oracle.seek(place)
            assert spliced.read(count) == oracle.read(count)
            assert spliced.tell() == oracle.tell()
        assert spliced.seek(0, io.SEEK_END) == oracle.seek(0, io.SEEK_END)


def test_more_files_than_may_be_open(tmp_path: Path) -> None:
    spliced = Spliced()
    for number in range(60):
        path = tmp_path / str(number)
        path.write_bytes(b"%02d" % number)
        spliced.append(FileRange(path, 0, 2))
    with spliced:
        assert spliced.read() == b"".join(b"%02d" % n for n in range(60))
        assert len(spliced._files) < 60


def test_a_file_that_shrinks_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"12345")
    spliced = Spliced()
    spliced.append(FileRange(path, 0, 5))
    path.write_bytes(b"123")
    with spliced, pytest.raises(OSError, match="shorter"):
        spliced.read()
    assert spliced.lost == path


def test_pictures_become_objects_and_share_a_profile(tmp_path: Path) -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pictures = []
    for number in range(3):
        path = tmp_path / f"{number}.jpg"
        image = Image.new("RGB", (10 + number, 9), "red")
        path.write_bytes(encoded(image, "JPEG", icc_profile=profile if number else b""))
        pictures.append(read_jpeg(path))
    base = io.BytesIO()
    canvas = Canvas(base, invariant=1)
    canvas.showPage()
    canvas.save()
    spliced, numbers, _ = splice(base.getvalue(), pictures)
    with spliced, pikepdf.open(cast(BinaryIO, spliced)) as pdf:
        images: list[Any] = [pdf.get_object((n, 0)) for n in numbers]
        assert [int(image.Width) for image in images] == [10, 11, 12]
        assert images[0].ColorSpace == Name.DeviceRGB
        assert images[1].ColorSpace[1].objgen == images[2].ColorSpace[1].objgen
        assert images[1].ColorSpace[1].read_bytes() == profile
        assert len(pdf.pages) == 1
        assert not pdf.get_warnings()


@pytest.mark.parametrize("after", [0, 1, 5, 9])
def test_reading_is_stopped_wherever_it_is(after: int) -> None:
    base = io.BytesIO()
    canvas = Canvas(base, invariant=1)
    for _ in range(20):
        canvas.showPage()
    canvas.save()
    spliced, _, _ = splice(base.getvalue(), [])
    asked: list[int] = []

    def check() -> None:
        asked.append(1)
        if len(asked) > after:
            raise Cancelled

    spliced.check = check
    mode = pikepdf._core.AccessMode.stream
    fault = pytest.raises((pikepdf.PdfError, OSError, RuntimeError))
    with spliced, fault, pikepdf.open(cast(BinaryIO, spliced), access_mode=mode) as pdf:
        pdf.save(io.BytesIO())
    assert isinstance(spliced.stopped, Cancelled)


def page_maker(**entries: object) -> Callable[[pikepdf.Pdf], None]:
    def make(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(200, 400))
        page = pdf.pages[-1]
        page.Contents = pdf.make_stream(b"1 0 0 rg 0 0 100 100 re f")
        for name, value in entries.items():
            page.obj[f"/{name}"] = value

    return make


def saved(tmp_path: Path, *makers: Callable[[pikepdf.Pdf], None], **options: Any) -> Path:
    path = tmp_path / "exhibit.pdf"
    with pikepdf.new() as pdf:
        for make in makers:
            make(pdf)
        pdf.save(path, **options)
    return path


def sizes(path: Path) -> list[tuple[float, float]]:
    return [(page.width, page.height) for page in pages_of(path)]


def pages_of(path: Path) -> tuple[PdfPage, ...]:
    """The pages of the copy that the child writes of an exhibit. Raises PdfUnfit."""
    copy = path.with_suffix(".copy.pdf")
    if reason := carry(path, copy):
        raise PdfUnfit(reason)
    return pdf_pages(copy)


def test_sizes_are_as_seen(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        page_maker(),
        page_maker(Rotate=90),
        page_maker(Rotate=-90),
        page_maker(CropBox=Array([10, 20, 60, 100])),
        page_maker(CropBox=Array([-50, -50, 5000, 5000])),
        page_maker(MediaBox=Array([300, 400, 100, 0])),
        page_maker(UserUnit=2),
    )
    assert sizes(path) == [(200, 400), (400, 200), (400, 200), (50, 80), (200, 400), (200, 400), (400, 800)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_page_fills_the_unit_square_upright(tmp_path: Path, turn: int) -> None:
    """The square drawn at the page's lower left lies in the corner to which turning takes it."""
    path = saved(tmp_path, page_maker(Rotate=turn, MediaBox=Array([1000, 2000, 1200, 2400])))
    with pikepdf.new() as target:
        exhibits = PdfExhibits(target)
        form: Any = exhibits.carry(pages_of(path)[0])
        exhibits.close()
        a, b, c, d, e, f = (float(v) for v in form.Matrix)
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in ((1000, 2000), (1200, 2000), (1200, 2400))]
        expected = {
            0: [(0, 0), (1, 0), (1, 1)],
            90: [(0, 1), (0, 0), (1, 0)],
            180: [(1, 1), (0, 1), (0, 0)],
            270: [(1, 0), (1, 1), (0, 1)],
        }[turn]
        assert corners == [pytest.approx(corner, abs=1e-4) for corner in expected]
        assert [float(v) for v in form.BBox] == [1000, 2000, 1200, 2400]


def with_seal(pdf: pikepdf.Pdf) -> None:
    """A page with a seal as an annotation that has an appearance, a link, a script and an action."""
    page_maker()(pdf)
    seal = pdf.make_stream(b"0 1 0 rg 0 0 50 50 re f")
    seal.Type, seal.Subtype, seal.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
    stamp = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([100, 100, 150, 150]), F=4, AP=Dictionary(N=seal)
    )
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([0, 0, 50, 50]),
        A=Dictionary(S=Name.URI, URI=pikepdf.String("http://tracker.example/")),
    )
    page = pdf.pages[-1]
    page.Annots = Array([pdf.make_indirect(stamp), pdf.make_indirect(link)])
    page.obj["/AA"] = Dictionary(O=Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)")))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(2)"))


def test_seals_stay_and_actions_go(tmp_path: Path) -> None:
    out = carried(saved(tmp_path, with_seal), tmp_path)
    whole = out.read_bytes()
    for gone in (b"JavaScript", b"/URI", b"tracker", b"/Annot", b"/AA"):
        assert gone not in whole
    assert colours(out) >= {(255, 0, 0), (0, 255, 0)}


def colours(path: Path) -> set[tuple[int, int, int]]:
    """The colours of the first page, drawn by pdfium."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[0].render(scale=1).to_pil().convert("RGB")
    return {colour for _, colour in image.getcolors(100_000)}


def test_why_a_pdf_cannot_be_shown(tmp_path: Path) -> None:
    cases = {"encrypted": saved(tmp_path, page_maker(), encryption=pikepdf.Encryption(user="u", owner="o"))}
    cases["encrypted"] = cases["encrypted"].rename(tmp_path / "encrypted.pdf")
    for name, content in {"damaged": b"%PDF-1.7 nothing here", "damaged2": b""}.items():
        (tmp_path / name).write_bytes(content)
        cases[name] = tmp_path / name
    for reason, path in cases.items():
        with pytest.raises(PdfUnfit) as caught:
            pages_of(path)
        assert caught.value.reason == reason.rstrip("2")


def test_a_pdf_locked_only_against_editing_is_shown(tmp_path: Path) -> None:
    path = saved(tmp_path, page_maker(), encryption=pikepdf.Encryption(user="", owner="o"))
    assert fate(path) == "shown"
    assert (255, 0, 0) in colours(carried(path, tmp_path))


def carried(path: Path, folder: Path, number: int = 0) -> Path:
    """A file with one page on which a page of another is drawn, as the dossier does it."""
    out = folder / "carried.pdf"
    page = pages_of(path)[number]
    with pikepdf.new() as target:
        exhibits = PdfExhibits(target)
        form = exhibits.carry(page)
        exhibits.close()
        target.add_blank_page(page_size=(100, 100))
        sheet: Any = target.pages[0]
        sheet.Resources = Dictionary(XObject=Dictionary(F=form))
        sheet.Contents = target.make_stream(b"100 0 0 100 0 0 cm /F Do")
        target.save(out, static_id=True, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out


def several_contents(pdf: pikepdf.Pdf) -> None:
    """A page whose content is in two streams, cut between operands and operator."""
    page_maker()(pdf)
    pdf.pages[-1].Contents = Array([pdf.make_stream(b"0 0 1 rg 0 0"), pdf.make_stream(b"100 100 re f")])


def test_content_in_several_streams_is_joined(tmp_path: Path) -> None:
    path = saved(tmp_path, several_contents)
    assert (0, 0, 255) in colours(carried(path, tmp_path))


def one_stream_for_two_pages(pdf: pikepdf.Pdf) -> None:
    page_maker()(pdf)
    page_maker(MediaBox=Array([0, 0, 50, 50]))(pdf)
    pdf.pages[1].Contents = pdf.pages[0].Contents


def test_pages_that_share_a_stream_keep_their_own_boxes(tmp_path: Path) -> None:
    path = saved(tmp_path, one_stream_for_two_pages)
    with pikepdf.new() as target:
        exhibits = PdfExhibits(target)
        forms: list[Any] = [exhibits.carry(page) for page in pages_of(path)]
        exhibits.close()
        assert [[float(v) for v in form.BBox] for form in forms] == [[0, 0, 200, 400], [0, 0, 50, 50]]


def test_vectors_are_passed_on_byte_for_byte(tmp_path: Path) -> None:
    path = saved(tmp_path, page_maker())
    with pikepdf.open(path) as source, pikepdf.new() as target:
        raw = source.pages[0].Contents.read_raw_bytes()
        exhibits = PdfExhibits(target)
        assert exhibits.carry(pages_of(path)[0]).read_raw_bytes() == raw
        exhibits.close()


def bomb(pdf: pikepdf.Pdf) -> None:
    """A page with 300 MB of spaces in two streams."""
    page_maker()(pdf)
    packed = zlib.compress(b" " * 150_000_000, 9)
    streams = [pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode) for _ in range(2)]
    pdf.pages[-1].Contents = Array(streams)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    assert fate(saved(tmp_path, bomb, compress_streams=False)) == "too_large"


def test_too_many_pages(tmp_path: Path) -> None:
    with pytest.raises(PdfUnfit) as caught:
        pages_of(saved(tmp_path, *[page_maker()] * 501))
    assert caught.value.reason == "too_many_pages"


@given(st.binary(max_size=200), st.integers(0, 1200))
def test_any_pdf_is_shown_or_refused(tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int) -> None:
    folder = tmp_path_factory.mktemp("pdf")
    whole = saved(folder, with_seal).read_bytes()
    path = folder / "junk.pdf"
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    assert fate(path) in ("shown", "damaged", "encrypted", "too_many_pages")


def fate(path: Path) -> str:
    """"shown" if every page could be carried over, else why not."""
    try:
        pages = pages_of(path)
        with pikepdf.new() as target:
            exhibits = PdfExhibits(target)
            for page in pages:
                exhibits.carry(page)
            exhibits.close()
    except PdfUnfit as fault:
        return fault.reason
    return "shown"

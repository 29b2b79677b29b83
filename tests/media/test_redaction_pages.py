"""What a redacted copy looks like: as before but for the boxes, whatever way a page is turned, cut and drawn."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from tests.media.corpus_pictures import quarters
from walletcase.domain.redaction import Box
from walletcase.media.redactor import Redactor
from walletcase.services.redaction import Order

BOX = Box(0, 1000, 1000, 4000, 3000)
SECRET = "6222021234567890128"
_NEAR = 40  # of 255: letters are drawn on another grid of pixels


@pytest.fixture(scope="module")
def redactor() -> Iterator[Redactor]:
    made = Redactor(timeout_s=30.0)
    yield made
    made.close()


def document(change: Callable[[pikepdf.Pdf], None] = lambda made: None, pages: int = 3) -> bytes:
    """Pages with words, lines, colours and a photograph."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 595))
    photo = io.BytesIO()
    quarters("RGB", (80, 120)).save(photo, "JPEG", comment=b"EXIF " + SECRET.encode())
    with tempfile.NamedTemporaryFile(suffix=".jpg", delete=False) as file:  # only then it is taken over as it is
        file.write(photo.getvalue())
    for number in range(pages):
        canvas.setFillColorRGB(0.2, 0.4, 0.1 * number)
        canvas.rect(40, 60, 120, 300, fill=1)
        canvas.setFont("Helvetica", 18)
        canvas.drawString(60, 500, f"Page {number} of the statement")
        canvas.drawImage(file.name, 220, 100, 150, 220)
        canvas.linkURL("https://example.org/", (60, 490, 200, 520))
        canvas.showPage()
    canvas.save()
    Path(file.name).unlink()
    with pikepdf.open(io.BytesIO(out.getvalue())) as made:
        change(made)
        saved = io.BytesIO()
        made.save(saved)
    return saved.getvalue()


def _turned(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Rotate = 90
    made.pages[1].obj.Rotate = 270


def _cut(made: pikepdf.Pdf) -> None:
    for page in made.pages:
        page.obj.MediaBox = Array([0, 0, 420, 595])
        page.obj.CropBox = Array([30, 50, 400, 560])


def _inherited(made: pikepdf.Pdf) -> None:
    made.Root.Pages.Rotate = 180
    made.Root.Pages.Resources = made.pages[1].obj.Resources
    made.Root.Pages.MediaBox = Array([-20, -30, 400, 565])
    for page in made.pages:
        for key in ("/Resources", "/MediaBox", "/Rotate"):
            if key in page.obj:
                del page.obj[key]


def _boxed(made: pikepdf.Pdf) -> None:
    """Drawn by a form within the page, with marks on its content."""
    for page in made.pages:
        form = made.make_stream(
            b"/Span <</ActualText (x)>> BDC " + page.obj.Contents.read_bytes() + b" EMC",
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 420, 595]), Resources=page.obj.Resources,
            PieceInfo=Dictionary(X=String(SECRET)),
        )  # fmt: skip
        page.obj.Resources = Dictionary(XObject=Dictionary(F=form))
        page.obj.Contents = made.make_stream(b"q /F Do Q")


@pytest.mark.parametrize("change", [lambda made: None, _turned, _cut, _inherited, _boxed])
def test_all_but_the_box_looks_as_before(
    redactor: Redactor, tmp_path: Path, change: Callable[[pikepdf.Pdf], None]
) -> None:
    before = document(change)
    (tmp_path / "in").write_bytes(before)
    burnt = redactor.burn(tmp_path / "in", Order("application/pdf", (BOX,), (SECRET,), pages=3), tmp_path / "out")
    assert (burnt.note, burnt.drawn) == ("", frozenset({0}))
    order = Order("application/pdf", (BOX,), (SECRET,), burnt.drawn, 3)
    assert redactor.search(tmp_path / "out", order) == ()
    old, new = drawn(before), drawn((tmp_path / "out").read_bytes())
    for page_no, (was, now) in enumerate(zip(old, new, strict=True)):
        assert was.size == now.size
        if page_no == 0:
            left, top, right, bottom = covered(now, BOX)
            for image in (was, now):  # the margin round the box too
                image.paste((0, 0, 0), (left - 9, top - 9, right + 9, bottom + 9))
        assert apart(was, now) < 0.02, page_no
    words = pypdfium2.PdfDocument((tmp_path / "out").read_bytes())
    assert "Page 1 of the statement" in words[1].get_textpage().get_text_range()
    words.close()


def test_the_links_and_the_words_of_a_photograph_are_gone(redactor: Redactor, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(document())
    burnt = redactor.burn(tmp_path / "in", Order("application/pdf", (BOX,), (), pages=3), tmp_path / "out")
    assert burnt.note == ""
    with pikepdf.open(tmp_path / "out") as copy:
        assert set(copy.Root.keys()) == {"/Type", "/Pages"}
        assert "/Annots" not in copy.pages[1].obj
        streams = [one for one in copy.objects if isinstance(one, pikepdf.Stream)]
        photos = [one.read_raw_bytes() for one in streams if one.get("/Filter") == Name.DCTDecode]
    assert photos
    assert not any(SECRET.encode() in photo for photo in photos)


def test_a_page_with_notes_or_layers_becomes_a_picture(redactor: Redactor, tmp_path: Path) -> None:
    def change(made: pikepdf.Pdf) -> None:
        stamp = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([50, 50, 90, 90]), Contents=String("x"))
        made.pages[1].obj.Annots = Array([made.make_indirect(stamp)])
        layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
        made.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        made.pages[2].obj.Resources.Properties = Dictionary(L=layer)
        hidden = b"/OC /L BDC BT /F1 12 Tf 50 300 Td (" + SECRET.encode() + b") Tj ET EMC"
        made.pages[2].contents_add(made.make_stream(hidden))

    (tmp_path / "in").write_bytes(document(change))
    burnt = redactor.burn(tmp_path / "in", Order("application/pdf", (BOX,), (SECRET,), pages=3), tmp_path / "out")
    assert burnt.drawn == {0, 1, 2}
    order = Order("application/pdf", (BOX,), (SECRET,), burnt.drawn, 3)
    assert redactor.search(tmp_path / "out", order) == ()


def test_what_turns_a_photo_upright_is_kept_to(redactor: Redactor, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    quarters("RGB", (400, 240)).save(tmp_path / "in", "JPEG", quality=95, exif=exif)
    burnt = redactor.burn(tmp_path / "in", Order("image/jpeg", (BOX,)), tmp_path / "out")
    assert burnt.media_type == "image/jpeg"
    with Image.open(tmp_path / "out") as copy, Image.open(tmp_path / "in") as was:
        assert copy.size == (240, 400)
        assert dict(copy.getexif()) == {}
        assert copy.convert("RGB").getpixel((50, 80)) == (0, 0, 0)
        upright = was.transpose(Image.Transpose.ROTATE_270).convert("RGB")
        assert max(abs(a - b) for a, b in zip(copy.getpixel((200, 380)), upright.getpixel((200, 380)), strict=True)) < 8  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_of_what_moves_the_first_picture_is_left(redactor: Redactor, tmp_path: Path, kind: str) -> None:
    frames = [Image.new("RGB", (200, 300), colour) for colour in ("white", "red", "blue")]
    frames[0].save(tmp_path / "in", kind, save_all=True, append_images=frames[1:], duration=100)
    media_type = f"image/{kind.lower()}"
    burnt = redactor.burn(tmp_path / "in", Order(media_type, (BOX,)), tmp_path / "out")
    assert burnt.media_type == "image/png"
    assert redactor.search(tmp_path / "out", Order("image/png", (BOX,))) == ()
    with Image.open(tmp_path / "out") as copy:
        assert getattr(copy, "n_frames", 1) == 1
        assert copy.convert("RGB").getpixel((150, 250)) == (255, 255, 255)


def drawn(content: bytes) -> list[Image.Image]:
    """The pages as pictures."""
    pages = pypdfium2.PdfDocument(content)
    images = [page.render(scale=1.5).to_pil().convert("RGB") for page in pages]
    pages.close()
    return images


def covered(image: Image.Image, box: Box) -> tuple[int, int, int, int]:
    across, down = image.width / 10_000, image.height / 10_000
    return int(box.left * across), int(box.top * down), int(box.right * across) + 1, int(box.bottom * down) + 1


def apart(one: Image.Image, other: Image.Image) -> float:
    """Which share of two pictures differs by more than how letters are smoothed."""
    difference = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > _NEAR))
    return difference.histogram()[255] / (one.width * one.height)

"""Untrusted pictures by Pillow: facts, thumbnails, screen pages. Child process only."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import AvifImagePlugin, ExifTags, Image, ImageFile, TiffImagePlugin

from walletcase.media import sayings
from walletcase.media.colours import RgbConverter
from walletcase.media.faults import CONTENT_FAULTS, TooLarge, Unsupported
from walletcase.media.fingerprints import SIZE, fingerprint

# The largest phone sensor there is (200 megapixels). Pillow keeps four bytes a pixel: 805 MB, inside the child's GiB.
MAX_PIXELS: Final = 16_384 * 12_288
MAX_SHOWN_PIXELS: Final = 40_000_000
# One a processor would not fit into the address space of the child on a machine with many.
_THREADS: Final = 2
# Larger pictures than this are decoded on arrival only when someone asks for a thorough look.
_QUICK_PIXELS: Final = 40_000_000
_STRIP_PIXELS: Final = 4_000_000
MAX_TIFF_PAGES: Final = 2_000
# Only the reader that belongs to the type: EPS would start Ghostscript, others open further files.
_READERS: Final = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/tiff": "TIFF",
    "image/webp": "WEBP",
    "image/heic": "HEIF",
    "image/avif": "AVIF",
    "image/jp2": "JPEG2000",
    "image/x-icon": "ICO",
}
# EXIF orientation → what turns the stored pixels upright (Exif 2.32, tag 0x0112).
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DRAFT: Final = (128, 128)  # enough to know a picture again


def prepare() -> None:
    """Sets Pillow's limits and loads its readers, HEIC where pi_heif is installed. Called once, before any file."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    # Pillow only warns up to twice the limit; here the limit is the limit.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.init()
    AvifImagePlugin.DEFAULT_MAX_THREADS = _THREADS
    try:
        import pi_heif
    except ImportError:
        return
    pi_heif.register_heif_opener(
        thumbnails=False, depth_images=False, aux_images=False, decode_threads=_THREADS
    )


@contextmanager
def opened(path: Path, media_type: str) -> Iterator[ImageFile.ImageFile]:
    """The picture, header read and size checked, no pixel decoded yet."""
    reader = _READERS.get(media_type)
    if reader is None or reader not in Image.OPEN:
        raise Unsupported(media_type)
    with path.open("rb") as file, Image.open(file, formats=[reader]) as image:
        if image.width * image.height > MAX_PIXELS:  # Pillow looks too, but not on every road
            raise TooLarge(image.size)
        yield image


def probe(path: Path, media_type: str, *, thorough: bool) -> dict[str, object]:
    """Upright size, pages and time of a picture; raises a content fault if it is damaged.

    The quick look decodes the first page of what is not too large; the thorough one every page.
    """
    with opened(path, media_type) as image:
        pages = page_count(image)
        facts: dict[str, object] = {"made_at": made_at(image), "pages": pages, "says": _says(image)}
        width, height = image.size
        turned = orientation(image)
        facts["width_px"], facts["height_px"] = (height, width) if turned >= 5 else (width, height)
        is_large = width * height > _QUICK_PIXELS
        if is_large and not thorough:
            return facts
        image.draft(None, _DRAFT)  # a JPEG is still read to its end, into an eighth of the pixels
        image.load()
        facts["fingerprint"] = "" if is_large else _fingerprint(image, turned)
        for page_no in range(1, pages if thorough else 1):
            image.seek(page_no)
            image.load()
    return facts


def picture(path: Path, media_type: str, page_no: int, fit: tuple[int, int]) -> bytes:
    """One page as an upright RGB PNG no larger than ``fit`` (width, height in pixels); never enlarged."""
    with opened(path, media_type) as image:
        show_page(image, page_no)
        turned = orientation(image)
        if turned >= 5:
            fit = (fit[1], fit[0])
        image.draft(None, fitted(image.size, fit))
        image.load()
        small = shrunk(image, fitted(image.size, fit))
        return png_bytes(small.transpose(_UPRIGHT[turned]) if turned > 1 else small)


def png_bytes(image: Image.Image) -> bytes:
    """The picture as a PNG without metadata, compressed lightly: it is read once and thrown away."""
    stored = io.BytesIO()
    image.save(stored, "PNG", compress_level=1, icc_profile=None, exif=b"")
    return stored.getvalue()


def fitted(size: tuple[int, int], fit: tuple[int, int]) -> tuple[int, int]:
    """``size`` shrunk in proportion to lie within ``fit`` and what a screen can use, at least one pixel each way."""
    scale = min(1.0, fit[0] / size[0], fit[1] / size[1], math.sqrt(MAX_SHOWN_PIXELS / (size[0] * size[1])))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def page_count(image: ImageFile.ImageFile) -> int:
    """A TIFF may be a scan of several pages; of anything animated only the first frame counts."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return 1
    return min(int(getattr(image, "n_frames", 1)), MAX_TIFF_PAGES)


def show_page(image: ImageFile.ImageFile, page_no: int) -> None:
    """Makes ``page_no`` (from 0) the page that is decoded next; raises IndexError if there is none such."""
    if not 0 <= page_no < page_count(image):
        raise IndexError(page_no)
    if page_no:
        image.seek(page_no)


def orientation(image: Image.Image) -> int:
    """EXIF orientation 1–8, to be asked before the pixels are loaded; 1 where it is missing or nonsense.

    Pillow turns TIFF itself, and pi_heif HEIC.
    """
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return 1
    try:
        found = _exif(image).get(ExifTags.Base.Orientation, 1)
    except CONTENT_FAULTS:
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def made_at(image: Image.Image) -> str:
    """EXIF DateTimeOriginal as ISO 8601 without zone, "" if the file has none that is a real time."""
    try:
        return sayings.moment(_exif(image).get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal))
    except CONTENT_FAULTS:
        return ""


def _says(image: Image.Image) -> sayings.Says:
    try:
        return sayings.of_picture(_exif(image), image.info)
    except CONTENT_FAULTS:
        return []


def _fingerprint(image: Image.Image, turned: int) -> str:
    size = (SIZE[1], SIZE[0]) if turned >= 5 else SIZE
    small = shrunk(image, size)
    return fingerprint(small.transpose(_UPRIGHT[turned]) if turned > 1 else small)


def _exif(image: Image.Image) -> Image.Exif:
    # Not image.getexif(): that of a PNG without EXIF decodes all pixels, to look behind them for some.
    return Image.Image.getexif(image)


def upright_strips(image: Image.Image, turned: int) -> Iterator[Image.Image]:
    """The loaded picture from top to bottom in RGB strips, so that no second whole copy is needed.

    ``turned`` is its orientation; the strips are upright.
    """
    converter = RgbConverter(image)
    width, height = image.size
    out_width, out_height = (height, width) if turned >= 5 else (width, height)
    rows = max(1, _STRIP_PIXELS // out_width)
    for top in range(0, out_height, rows):
        bottom = min(out_height, top + rows)
        # Where these rows are in the stored picture: from its far end if the turn reverses that direction.
        first, last = (out_height - bottom, out_height - top) if turned in (3, 4, 7, 8) else (top, bottom)
        box = (first, 0, last, height) if turned >= 5 else (0, first, width, last)
        strip = converter.convert(image.crop(box))
        yield strip.transpose(_UPRIGHT[turned]) if turned > 1 else strip


def shrunk(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """RGB at ``size``: first by whole numbers strip by strip, to need little memory, then exactly."""
    converter = RgbConverter(image)
    width, height = image.size
    # Twice the wanted size on the way looks best; for a whole screen there may be no room for that.
    spare = 2 if size[0] * size[1] <= _STRIP_PIXELS else 1
    factor = max(1, min(width // (spare * size[0]), height // (spare * size[1])))
    coarse = Image.new("RGB", (math.ceil(width / factor), math.ceil(height / factor)))
    rows = factor * max(1, _STRIP_PIXELS // (width * factor))
    for top in range(0, height, rows):
        strip = converter.convert(image.crop((0, top, width, min(height, top + rows))))
        coarse.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    return coarse if coarse.size == size else coarse.resize(size, Image.Resampling.LANCZOS)

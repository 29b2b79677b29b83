"""Burns boxes into a picture: a new file of nothing but pixels. Child process only."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageFile, TiffImagePlugin

from walletcase.domain.redaction import Box
from walletcase.media import pictures
from walletcase.media.covering import areas, cover, covered_strips
from walletcase.media.flatten import png_pieces

JPEG_GRID: Final = 8
QUALITY: Final = 95
_PHOTOS: Final = frozenset({"image/jpeg", "image/heic", "image/avif"})
_MOST_WHOLE_PIXELS: Final = 64_000_000  # decoded and upright at once; a larger photo becomes a PNG, strip by strip

Boxes = Mapping[int, Sequence[Box]]


def burnt(path: Path, media_type: str, boxes: Boxes) -> tuple[str, Iterator[bytes]]:
    """Return type and pieces of the copy: upright, on white, without metadata; of something that moves the first frame.

    A photo becomes a JPEG, a scan of several pages a TIFF, anything else a PNG. Raises a content fault.
    """
    with pictures.opened(path, media_type) as image:
        if pictures.page_count(image) > 1:
            return "image/tiff", iter((_tiff(image, boxes),))
        if media_type in _PHOTOS and image.width * image.height <= _MOST_WHOLE_PIXELS:
            return "image/jpeg", iter((_jpeg(image, boxes.get(0, ())),))
    return "image/png", _png(path, media_type, boxes.get(0, ()))


def jpeg_bytes(image: Image.Image) -> bytes:
    """An RGB picture as a JPEG without metadata; colour is kept in full, so that no box is smeared at its edge."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return out.getvalue()


def _png(path: Path, media_type: str, boxes: Sequence[Box]) -> Iterator[bytes]:
    with pictures.opened(path, media_type) as image:
        turned, size = _loaded(image)
        yield from png_pieces(size, covered_strips(pictures.upright_strips(image, turned), areas(boxes, size)))


def _jpeg(image: ImageFile.ImageFile, boxes: Sequence[Box]) -> bytes:
    whole = _upright(image)
    cover(whole, areas(boxes, whole.size, JPEG_GRID))
    return jpeg_bytes(whole)


def _tiff(image: ImageFile.ImageFile, boxes: Boxes) -> bytes:
    """Every page of a scan, pixels only, one after the other: they are not in memory together."""
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out) as file:
        for page_no in range(pictures.page_count(image)):
            image.seek(page_no)
            whole = _upright(image)
            cover(whole, areas(boxes.get(page_no, ()), whole.size))
            whole.save(file, "TIFF", compression="tiff_deflate")
            file.newFrame()
    return out.getvalue()


def _upright(image: ImageFile.ImageFile) -> Image.Image:
    """A new picture, so that nothing of what the file says beside its pixels comes along."""
    turned, size = _loaded(image)
    whole = Image.new("RGB", size)
    top = 0
    for strip in pictures.upright_strips(image, turned):
        whole.paste(strip, (0, top))
        top += strip.height
    return whole


def _loaded(image: ImageFile.ImageFile) -> tuple[int, tuple[int, int]]:
    """How the picture is turned and its upright size, once its pixels are there."""
    turned = pictures.orientation(image)
    image.load()
    return turned, (image.height, image.width) if turned >= 5 else image.size

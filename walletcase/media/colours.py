"""Any Pillow mode to plain 8-bit RGB on white. Child process only."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageCms

_DEEP_GREYS: Final = frozenset({"I;16", "I;16B", "I;16L", "I;16N", "I"})
_WHITE = (255, 255, 255)


class RgbConverter:
    """Turns parts of one loaded image into RGB.

    Transparency is laid on white, as paper would show it. 16-bit values keep their upper eight bits. Floating point
    and 32-bit grey have no fixed white, so their darkest and brightest value become black and white. CMYK and Lab go
    through the file's own colour profile where it has a usable one.
    """

    def __init__(self, image: Image.Image) -> None:
        self._scale, self._offset = _grey_range(image)
        self._transform = _profile_transform(image)

    def convert(self, part: Image.Image) -> Image.Image:
        """``part`` (cut from the image) as RGB; the same object if it is that already."""
        if part.mode in _DEEP_GREYS or part.mode == "F":
            grey = part.convert("F").point(lambda value: value * self._scale + self._offset)
            return grey.convert("L").convert("RGB")
        if part.mode in ("CMYK", "LAB"):
            return self._from_profile(part)
        if part.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in part.info or _palette_has_alpha(part):
            return _on_white(part)
        return part if part.mode == "RGB" else part.convert("RGB")

    def _from_profile(self, part: Image.Image) -> Image.Image:
        if self._transform is not None:
            converted = ImageCms.applyTransform(part, self._transform)
            if converted is not None:
                return converted
        return part.convert("RGB")


def _palette_has_alpha(part: Image.Image) -> bool:
    return part.mode == "P" and part.palette is not None and part.palette.mode.endswith("A")


def _on_white(part: Image.Image) -> Image.Image:
    if part.mode in ("La", "RGBa"):
        part = part.convert("LA" if part.mode == "La" else "RGBA")
    rgba = part if part.mode == "RGBA" else part.convert("RGBA")
    alpha = rgba.getchannel("A")
    upper = rgba.convert("RGB")
    if alpha.getextrema() == (255, 255):  # most screenshots: an alpha channel that says nothing
        return upper
    paper = Image.new("RGB", part.size, _WHITE)
    paper.paste(upper, mask=alpha)
    return paper


def _grey_range(image: Image.Image) -> tuple[float, float]:
    """Factor and summand that bring the image's grey values to 0–255."""
    if image.mode.startswith("I;16"):
        return 1 / 256, 0.0
    if image.mode not in ("I", "F"):
        return 1.0, 0.0
    low, high = (float(bound) for bound in image.getextrema() if isinstance(bound, int | float))
    if image.mode == "I" and low >= 0 and 255 < high <= 65535:
        return 1 / 256, 0.0
    if image.mode == "F" and low >= 0 and high <= 1:
        return 255.0, 0.0
    if low >= 0 and high <= 255:
        return 1.0, 0.0
    if not high > low:  # also true for not-a-number
        return 0.0, 0.0
    scale = 255.0 / (high - low)
    return scale, -low * scale


def _profile_transform(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    if image.mode not in ("CMYK", "LAB"):
        return None
    try:
        source = (
            ImageCms.createProfile("LAB")
            if image.mode == "LAB"
            else ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
        )
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), image.mode, "RGB")
    except (KeyError, TypeError, ValueError, OSError, ImageCms.PyCMSError):
        return None

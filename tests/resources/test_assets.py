"""Icons draw themselves without a word from Qt, the program's mark is whole, and every licence lies where it must."""

from __future__ import annotations

import importlib.util
import re
import struct
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from walletcase.ui.look.icons import draw_sized

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
DRAWINGS = [path for path in ICONS if path.stem.startswith("empty-")]
THIRD_PARTY = (RESOURCES / "licenses" / "THIRD_PARTY.md").read_text(encoding="utf-8")
# Licence words that a library's own metadata may use for the one that the list names.
SAYS = {
    "LGPL-3.0": "LGPL-3.0", "MIT": "MIT", "MIT-0": "MIT-0", "MIT-CMU": "MIT-CMU",
    "BSD-3-Clause": "BSD", "PSF-2.0": "PSF-2.0",
    "MPL-2.0": "MPL-2.0", "BSD-2-Clause": "BSD-2-Clause", "zlib": "provided 'as-is'", "Apache-2.0": "Apache-2.0",
}  # fmt: skip


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, RESOURCES / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.qt_log_level_fail("WARNING")
@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_draws_in_the_colour_asked_for(qtbot: QtBot, path: Path) -> None:
    size = QSize(240, 165) if path in DRAWINGS else QSize(48, 48)
    image = draw_sized(f"icons/{path.name}", "#0F5C5A", size).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = [pixel for pixel in pixels if pixel.alpha() > 240]
    assert len(solid) > 15
    assert QColor("#0F5C5A") in solid, "nothing took the colour"


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_drawings_take_the_theme_and_fit_their_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    _, _, width, height = (float(n) for n in re.findall(r'viewBox="([^"]+)"', text)[0].split())
    assert "currentColor" in text
    assert "<text" not in text
    assert width / height == pytest.approx(320 / 220, rel=0.02)


def test_icons_are_those_of_the_list() -> None:
    listed = script("fetch_icons")
    assert sorted(path.stem for path in ICONS) == sorted({*listed.NAMES, *listed.OWN})
    assert len(listed.NAMES) == len(set(listed.NAMES))
    fetched = [path for path in ICONS if path.stem in listed.NAMES]
    assert [p.stem for p in fetched if "lucide-static v1.62.0" not in p.read_text(encoding="utf-8")] == []


def test_the_mark_stands_on_its_own_colours() -> None:
    text = (RESOURCES / "icons" / "app.svg").read_text(encoding="utf-8")
    assert "currentColor" not in text
    assert {"#0F5C5A", "#B23A2A"} <= set(re.findall(r"#[0-9A-F]{6}", text))
    with Image.open(RESOURCES / "packaging" / "app.png") as picture:
        assert picture.size == (256, 256)
        assert picture.getpixel((0, 0)) == (0, 0, 0, 0)
        assert picture.getpixel((60, 200)) == (0x0F, 0x5C, 0x5A, 255)


def test_the_windows_icon_holds_every_size() -> None:
    data = (RESOURCES / "packaging" / "app.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert kind == 1
    sizes = []
    for n in range(count):
        side, *_, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * n)
        body = data[offset : offset + length]
        assert body.startswith(b"\x89PNG")
        assert body.endswith(b"IEND\xaeB`\x82")
        assert struct.unpack_from(">II", body, 16) == (side or 256, side or 256)
        sizes.append(side or 256)
    assert sizes == [16, 20, 24, 32, 40, 48, 64, 128, 256]


def test_licences_lie_beside_what_they_cover() -> None:
    icons = (RESOURCES / "icons" / "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in icons
    assert "Lucide Icons and Contributors" in icons
    assert "Cole Bemis" in icons
    assert "SIL OPEN FONT LICENSE Version 1.1" in (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def plain(name: str) -> str:
    """A library's name as one spelling: PySide6-Essentials and pyside6_essentials are the same."""
    return name.lower().replace("-", "_")


def table_rows() -> dict[str, str]:
    """The libraries of the list and their licences."""
    part = THIRD_PARTY.split("## Libraries used at run time")[1].split("## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    return {plain(row[0].split(" ")[0]): row[2] for row in rows[2:]}


def run_time_libraries() -> set[str]:
    """Every library that installing the program brings, all the way down."""
    project = tomllib.loads((RESOURCES.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[str] = set()
    waiting = list(project["dependencies"])
    while waiting:
        requirement = waiting.pop()
        name = plain(re.split(r"[ <>=!~;\[(]", requirement)[0])
        if name not in found and "extra ==" not in requirement and "python_version" not in requirement:
            found.add(name)
            waiting += distribution(name).requires or []
    return found


def own_words(name: str) -> str:
    """What a library itself says of its licence: its metadata, or its licence file where they are silent."""
    meta = distribution(name).metadata
    said = [text for key in ("License-Expression", "License") for text in meta.get_all(key) or []]
    said += [text for text in meta.get_all("Classifier") or [] if text.startswith("License")]
    texts = [file for file in distribution(name).files or [] if file.name == "LICENSE"]
    # The classifier leaves the version out; of Apache's licence nobody uses another one than 2.0.
    return " ".join(said).replace("Apache Software License", "Apache-2.0") or " ".join(f.read_text() for f in texts)


def test_every_library_is_listed() -> None:
    found = run_time_libraries()
    assert {"pyside6_essentials", "sqlalchemy", "lxml", "markupsafe"} <= found
    assert found - set(table_rows()) == set()


def test_each_licence_is_the_one_the_library_names() -> None:
    for name, licence in table_rows().items():
        if name != "python":
            assert SAYS[licence.split(" ")[0]] in own_words(name), name

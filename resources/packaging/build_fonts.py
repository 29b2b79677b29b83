"""Build resources/fonts from a pinned, hashed npm package; twice the same bytes (given the same fonttools).

    python resources/packaging/build_fonts.py [OUT_DIR]

Regular is the source file unchanged (all of GB18030 level 1). Bold is a subset: the 8105 characters of
通用规范汉字表, GBK, Latin, punctuation and symbols. GBK is in it because Qt never falls back from one weight of a
family to another: with the 8105 and GB2312 alone (3 MB), a bold 銀 is an empty box on a machine that has no other
Chinese font. Needs npm and fonttools.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

PACKAGE = "@expo-google-fonts/noto-sans-sc@0.4.3"
REGULAR = (
    "package/400Regular/NotoSansSC_400Regular.ttf",
    "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
)
BOLD = (
    "package/700Bold/NotoSansSC_700Bold.ttf",
    "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
)
LICENCE = (
    "package/LICENSE_FONT",
    "1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
)

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "fonts"
CHARACTERS = HERE / "tongyong_8105.txt"

# Unicode blocks kept whole in the Bold (first, last): Latin, Greek, Cyrillic, punctuation, currency, letters,
# number forms, arrows, mathematics, technical, enclosed, boxes, shapes, symbols, dingbats, CJK punctuation,
# kana, bopomofo, enclosed and compatibility CJK, vertical and small forms, full width.
BLOCKS = (
    (0x0020, 0x024F), (0x02B0, 0x036F), (0x0370, 0x045F), (0x1E00, 0x1EFF), (0x2000, 0x209F), (0x20A0, 0x20CF),
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x25FF),
    (0x2600, 0x27BF), (0x3000, 0x303F), (0x3040, 0x312F), (0x31A0, 0x31BF), (0x3200, 0x33FF), (0xFE10, 0xFE1F),
    (0xFE30, 0xFE6F), (0xFF00, 0xFFEF),
)  # fmt: skip


def listed_characters(path: Path = CHARACTERS) -> list[str]:
    """Return the characters of 通用规范汉字表 in its order (8105 of them)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [char for line in lines if not line.startswith("#") for char in line.strip()]


def gbk_characters() -> list[str]:
    """Return every two-byte character that GBK encodes (GB2312 and the traditional ones included)."""
    found = []
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            try:
                char = bytes((high, low)).decode("gbk")
            except UnicodeDecodeError:
                continue  # the table has holes
            if len(char) == 1:
                found.append(char)
    return found


def bold_code_points() -> set[int]:
    """Return the code points that the Bold keeps."""
    wanted = {ord(char) for char in (*listed_characters(), *gbk_characters())}
    for first, last in BLOCKS:
        wanted.update(range(first, last + 1))
    return wanted


def subset(source: Path, target: Path, code_points: Iterable[int]) -> None:
    """Write ``target`` with the glyphs for ``code_points`` only: no hinting, no vertical tables, names kept."""
    from fontTools import subset as ft

    options = ft.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "locl", "ccmp"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False  # the date of the build must not be in the bytes
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    font = ft.load_font(str(source), options)
    subsetter = ft.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    ft.save_font(font, str(target), options)


def fetch(into: Path) -> Path:
    """Download the pinned package with npm and return its archive; npm knows where from."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch " + PACKAGE)
    command = [npm, "pack", PACKAGE, "--silent", "--pack-destination", str(into)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    (archive,) = into.glob("*.tgz")
    return archive


def take(archive: tarfile.TarFile, member: tuple[str, str], into: Path) -> Path:
    """Write one member of the package into a folder; stop when its SHA-256 is not the pinned one."""
    name, expected = member
    stream = archive.extractfile(name)
    if stream is None:
        raise SystemExit(f"{name}: not in {PACKAGE}")
    data = stream.read()
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise SystemExit(f"{name}: SHA-256 is {found}, pinned is {expected}")
    target = into / Path(name).name
    target.write_bytes(data)
    return target


def build(out: Path) -> None:
    """Write the two fonts and their licence into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        with tarfile.open(fetch(work)) as archive:
            regular, bold, licence = (take(archive, member, work) for member in (REGULAR, BOLD, LICENCE))
        shutil.copyfile(regular, out / "NotoSansSC-Regular.ttf")
        subset(bold, out / "NotoSansSC-Bold.ttf", sorted(bold_code_points()))
        shutil.copyfile(licence, out / "OFL.txt")
    for path in sorted(out.iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        sys.stdout.write(f"{digest}  {path.name}  {path.stat().st_size}\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS)

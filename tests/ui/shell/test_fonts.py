"""The bundled font on a machine that has no Chinese one: no hollow boxes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")

_LOOK = """
import json, sys
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication
from walletcase.ui.look.theme import Theme, load_fonts
app = QApplication([])
if sys.argv[1] == "ours":
    load_fonts()
    Theme().apply(app)
text = sys.stdin.read()
missing = {}
for weight in (QFont.Weight.Normal, QFont.Weight.Bold):
    font = app.font()
    font.setWeight(weight)
    metrics = QFontMetrics(font)
    missing[weight.name] = "".join(c for c in text if not metrics.inFontUcs4(ord(c)))
print(json.dumps([QFontInfo(app.font()).family(), sorted(QFontDatabase.families()), missing]))
"""


def gb2312() -> str:
    """All 6,763 Chinese characters and 682 signs of GB 2312-1980."""
    found = []
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.append(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return "".join(found)


def look(tmp_path: Path, fonts: str, text: str) -> tuple[str, list[str], dict[str, str]]:
    """What Qt finds in a process whose machine has DejaVu and nothing else."""
    assert DEJAVU.is_dir(), "DejaVu is not installed: apt-get install fonts-dejavu-core"
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{DEJAVU}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>")
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, fonts],
        cwd=ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    family, families, missing = json.loads(done.stdout)
    return family, families, missing


def test_every_character_of_gb2312_has_a_shape(tmp_path: Path) -> None:
    text = gb2312()
    assert len(text) == 7445
    family, families, missing = look(tmp_path, "ours", text)
    assert family == "Noto Sans SC"
    assert not [name for name in families if "CJK" in name or name in ("WenQuanYi Zen Hei", "SimSun")]
    assert missing == {"Normal": "", "Bold": ""}


def test_without_the_bundled_font_there_are_boxes(tmp_path: Path) -> None:
    _, families, missing = look(tmp_path, "theirs", "钱包A")
    assert not any(name.startswith("Noto") for name in families)
    assert missing["Normal"] == "钱包"

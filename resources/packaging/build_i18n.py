"""Collect the window's texts and compile its catalogues: resources/i18n/walletcase_{zh_CN,en}.{ts,qm}.

Run after changing texts:  python resources/packaging/build_i18n.py

The .ts files open in Qt Linguist and lrelease compiles them. lupdate is not used: it misses a translate() whose count
is an expression and does not mark plurals. English needs a catalogue for its plurals only; their forms are made from
the "(s)" of the source text.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources/i18n"
Key = tuple[str, str]
# Words of Qt's own file dialog that its Chinese catalogue lacks (6.11): it shows where a system has no dialog.
OF_QT: tuple[Key, ...] = (
    ("QAbstractFileIconProvider", "Folder"),
    ("QFileDialog", "&Look in:"),
    ("QFileDialog", "Files of &type:"),
)


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def collect() -> list[Key]:
    """Return (context, source) of every translate() in the sources, and of OF_QT.

    Raises ValueError for a text that is no literal.
    """
    found = list(OF_QT)
    for path in [*sorted((ROOT / "walletcase/ui").rglob("*.py")), ROOT / "walletcase/app.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                words = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
                if len(words) != 2 or not all(isinstance(word, str) for word in words):
                    raise ValueError(f"{path.name}:{node.lineno}: translate() takes two literal texts")
                found.append((str(words[0]), str(words[1])))
    return list(dict.fromkeys(sorted(found)))


def known(ts: Path) -> dict[Key, str]:
    """Return the translations that a catalogue holds."""
    if not ts.exists():
        return {}
    found: dict[Key, str] = {}
    for context in ET.parse(ts).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") != "unfinished":
                form = translation.find("numerusform")
                text = (form if form is not None else translation).text or ""
                found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


def _message(parent: ET.Element, source: str, forms: list[str]) -> None:
    plural = "%n" in source
    message = ET.SubElement(parent, "message", {"numerus": "yes"} if plural else {})
    ET.SubElement(message, "source").text = source
    translation = ET.SubElement(message, "translation", {} if all(forms) else {"type": "unfinished"})
    if plural:
        for form in forms:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0]


def write(language: str, texts: dict[Key, list[str]]) -> Path:
    """Write a catalogue and compile it."""
    root = ET.Element("TS", {"version": "2.1", "language": language, "sourcelanguage": "en"})
    contexts: dict[str, ET.Element] = {}
    for (context, source), forms in texts.items():
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        _message(contexts[context], source, forms)
    ET.indent(root, "  ")
    ts = I18N / f"walletcase_{language}.ts"
    text = ET.tostring(root, encoding="unicode")
    ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    compile_ts(ts, ts.with_suffix(".qm"))
    return ts


def compile_ts(ts: Path, qm: Path) -> None:
    """Compile a catalogue."""
    subprocess.run(
        [_tool("pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)], check=True, stdout=subprocess.DEVNULL
    )


def main() -> int:
    """Rebuild both catalogues; say what has no Chinese yet."""
    keys = collect()
    chinese = known(I18N / "walletcase_zh_CN.ts")
    write("zh_CN", {key: [chinese.get(key, "")] for key in keys})
    plurals = [key for key in keys if "%n" in key[1]]
    write("en", {key: [key[1].replace("(s)", ""), key[1].replace("(s)", "s")] for key in plurals})
    missing = [key for key in keys if not chinese.get(key)]
    for context, source in missing:
        sys.stdout.write(f"no Chinese: {context}: {source}\n")
    sys.stdout.write(f"{len(keys)} texts, {len(missing)} without Chinese\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

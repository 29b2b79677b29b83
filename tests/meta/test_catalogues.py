"""Lists that mirror something are closed: error texts, icons, the map of the code, commands."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "walletcase").rglob("*.py"))
ERRORS = tomllib.loads((ROOT / "resources/i18n/errors.toml").read_text(encoding="utf-8"))
# Functions of ours that take an error code as their first argument and raise it.
RAISERS = {"UserError", "refusal", "_refusal", "_refuse"}
CODE = re.compile(r"[a-z]+(_[a-z]+)*")


def _raised_codes() -> set[str]:
    """Codes in the source: first arguments of UserError and its helpers, and other names of the catalogue in it."""
    codes: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISERS:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and CODE.fullmatch(first.value):
                    codes.add(first.value)
    return codes


def _literals() -> set[str]:
    return {
        node.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_raised_code_has_a_text() -> None:
    assert _raised_codes() - set(ERRORS["codes"]) == set()


def test_every_text_belongs_to_a_code_that_is_raised() -> None:
    assert set(ERRORS["codes"]) - _literals() == set()


def test_texts_have_three_parts_in_both_languages_with_the_same_placeholders() -> None:
    for code, entry in ERRORS["codes"].items():
        assert set(entry) == {"happened", "safe", "todo"}, code
        for part, tongues in entry.items():
            assert set(tongues) == {"zh", "en"}, (code, part)
            assert all(text.strip() for text in tongues.values()), (code, part)
            zh, en = ({name for _, name, _, _ in string.Formatter().parse(tongues[t]) if name} for t in ("zh", "en"))
            assert zh == en, (code, part)


def test_every_icon_named_exists_and_every_icon_is_named() -> None:
    there = {path.stem for path in (ROOT / "resources/icons").glob("*.svg")}
    playbooks = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "resources/playbooks").glob("*.toml"))
    named = set(re.findall(r'icon = "([a-z0-9-]+)"', playbooks))
    literals = {word.removeprefix("icons/").removesuffix(".svg") for word in _literals()}
    assert named - there == set()
    assert there - literals - named == set(), "unused icons"
    asked = _icon_arguments()
    assert asked - there == set()


def _icon_arguments() -> set[str]:
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if name == "icon" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.add(first.value)
    return found


def _by_folder(text: str) -> dict[str, set[str]]:
    """What the map names under each folder: by headings, and inside a part by "folder: …"."""
    places = {path.parent.name for path in SOURCES}
    named: dict[str, set[str]] = {}
    for part in text.split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        place = heading.partition(":")[0].replace("Start", "walletcase")
        pieces = re.split(r"(?:^|· )([a-z_]+): ", body, flags=re.MULTILINE)
        named.setdefault(place, set()).update(re.findall(r"`([a-z0-9_]+)`", pieces[0]))
        for word, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            place = word if word in places else place
            named.setdefault(place, set()).update(re.findall(r"`([a-z0-9_]+)`", piece))
    return named


def _folder(path: Path) -> str:
    """The folder under which the map names a module."""
    return (path.parent.parent if path.parent.name == "versions" else path.parent).name


def test_the_map_names_every_module_where_it_is_and_nothing_else() -> None:
    named = _by_folder((ROOT / "walletcase/README.md").read_text(encoding="utf-8"))
    pairs = {(place, stem) for place, stems in named.items() for stem in stems}
    assert pairs == {(_folder(path), path.stem) for path in SOURCES if path.name != "__init__.py"}


def test_folders_have_names_of_their_own() -> None:
    """Else the map could not tell them apart."""
    folders = [path.name for path in {path.parent for path in SOURCES}]
    assert sorted(folders) == sorted(set(folders))


def test_a_module_named_in_another_room_is_not_on_the_map() -> None:
    rooms_text = "wizard: `view` · saving: `autosave`\ntimeline: `page`\n"
    text = f"# Map\n`lost`\n## Start\n`app` · cli: `run`\n## ui: Qt\n{rooms_text}"
    rooms = {"wizard": {"view", "autosave"}, "timeline": {"page"}}
    assert _by_folder(text) == {"walletcase": {"app"}, "cli": {"run"}, "ui": set(), **rooms}


def test_the_map_tells_of_nothing_that_is_gone() -> None:
    text = (ROOT / "walletcase/README.md").read_text(encoding="utf-8")
    stems = {path.stem for path in SOURCES} | {path.parent.name for path in SOURCES}
    assert set(re.findall(r"`([a-z0-9_]+)`", text)) - stems == set()

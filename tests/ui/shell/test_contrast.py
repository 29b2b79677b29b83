"""Text on its ground has a contrast of 4.5, lines that show the focus have 3 (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from walletcase.infra import resources
from walletcase.ui.look.tokens import DARK, LIGHT, Colours

TEXT, LINE = 4.5, 3.0
THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("desk", "rail", "surface", "raised")
# What the delegates and pictures paint by hand: any of these words on any of these grounds.
WORDS = ("text", "muted", "accent_text", "danger", "warn", "ok", "seal", "stamp")
PAINTED = (*GROUNDS, "accent_soft", "danger_soft", "warn_soft", "ok_soft", "seal_soft", "stamp_soft")
# Parts of a widget that carry no words.
WORDLESS = {"indicator", "handle", "chunk", "separator", "down-arrow", "drop-down", "menu-indicator", "pane"}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PART = re.compile(r"::([\w-]+)")
_STATE = re.compile(r"(?<!:):(!?[\w-]+)")
_ATTRIBUTE = re.compile(r"\[[^\]]+\]")


def luminance(colour: str) -> float:
    """The relative luminance of #RRGGBB (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True)
class Rule:
    """One selector of the style sheet with its declarations."""

    selector: str
    widget: str
    part: str
    marks: frozenset[str]
    says: Mapping[str, str]

    def covers(self, other: Rule) -> bool:
        """Whether all that ``other`` selects is selected by this rule too."""
        return self.widget in ("*", "QWidget", other.widget) and self.part == other.part and self.marks <= other.marks


def rules() -> list[Rule]:
    """The style sheet, one entry for each selector, in its order."""
    sheet = re.sub(r"/\*.*?\*/", "", Path(resources.path("ui", "theme.qss")).read_text(encoding="utf-8"), flags=re.S)
    found = []
    for selectors, body in _RULE.findall(sheet):
        says = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", body))
        for selector in (text.strip() for text in selectors.split(",")):
            last = selector.split()[-1]
            part = _PART.search(last)
            bare = _PART.sub("", last)
            marks = frozenset(_ATTRIBUTE.findall(bare) + _STATE.findall(_ATTRIBUTE.sub("", bare)))
            widget = re.split(r"[\[:#]", last)[0]
            found.append(Rule(selector, widget, part.group(1) if part else "", marks, says))
    return found


def pairs() -> Iterator[tuple[str, str, str]]:
    """(selector, text token, ground token) for each selector whose widget shows words."""
    sheet = rules()
    for rule in sheet:
        if rule.part in WORDLESS or rule.widget in ("QFrame", "QScrollBar", "QSplitter", "QProgressBar"):
            continue
        says: dict[str, str] = {}
        for general in sorted((r for r in sheet if r.covers(rule)), key=lambda r: len(r.marks)):
            says |= general.says
        for words, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            text, behind = token(says.get(words, "")), token(says.get(ground, ""))
            if words == "selection-color" and not (text and behind):
                continue
            for place in [behind] if behind else GROUNDS:
                yield rule.selector, text or "text", place


def token(value: str) -> str:
    """The colour token in a declaration, "" if it has none."""
    found = re.search(r"\$(\w+)", value)
    return found.group(1) if found and found.group(1) in asdict(LIGHT) else ""


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_the_style_sheet(theme: str) -> None:
    colours = asdict(THEMES[theme])
    found = list(pairs())
    assert len(found) > 80
    assert ('QPushButton[kind="primary"]:hover', "on_accent", "focus") in found
    assert ('QPushButton[kind="danger"]:hover', "danger", "danger_soft") in found
    low = {pair: round(contrast(colours[pair[1]], colours[pair[2]]), 2) for pair in found}
    assert {pair: value for pair, value in low.items() if value < TEXT} == {}


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_every_word_on_every_ground(colours: Colours) -> None:
    values = asdict(colours)
    low = {(w, g): round(contrast(values[w], values[g]), 2) for w in WORDS for g in PAINTED}
    low[("on_accent", "accent")] = round(contrast(colours.on_accent, colours.accent), 2)
    assert {pair: value for pair, value in low.items() if value < TEXT} == {}


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_the_focus_is_seen_on_every_ground(colours: Colours) -> None:
    values = asdict(colours)
    low = {ground: round(contrast(colours.focus, values[ground]), 2) for ground in (*GROUNDS, "accent_soft")}
    assert {ground: value for ground, value in low.items() if value < LINE} == {}


def test_the_measure_is_the_known_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0F5C5A", "#0F5C5A") == 1

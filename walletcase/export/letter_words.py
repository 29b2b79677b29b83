"""How dates, money, terms and a person's sentences are written in a letter, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from walletcase.domain.formats import as_money
from walletcase.domain.letter import safe_line
from walletcase.domain.rules.pack import Unit

_ENDS = "。．.！!？?；;，,、：: \t\u3000"
_FULL_STOPS = ("。", "！", "？", "…", "!", "?", ".", "”", "）", ")", "」", "』", '"', "〕", "]")
_INNER_STOP = re.compile("[。．.]([”’」』）\"')]+)$")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DIGITS = "一二三四五六七八九"


def _parsed(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def ordinal(number: int) -> str:
    """Return a number from 1 to 99 in Chinese, for headings."""
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else _DIGITS[tens - 1]) + "十" if tens else ""
    return ten + (_DIGITS[ones - 1] if ones else "")


class ChineseWords:
    """Words of a Chinese letter."""

    def day(self, text: str) -> str:
        """2026年11月22日; a text that is no ISO date stays as it is."""
        on = _parsed(text)
        return f"{on.year}年{on.month}月{on.day}日" if on else text

    def moment(self, on: str, at: str) -> str:
        """A day with its time if that is known."""
        return f"{self.day(on)} {at}" if at else self.day(on)

    def money(self, text: str) -> str:
        """人民币1,234.50元; a text that is no money stays as it is."""
        kept = as_money(text)
        return f"人民币{_grouped(kept)}元" if kept else text

    def term(self, amount: int, unit: Unit) -> str:
        """15日, 7个工作日, 3年."""
        return f"{amount}{ {Unit.CALENDAR: '日', Unit.WORKING: '个工作日', Unit.YEARS: '年'}[unit] }"

    def clause(self, text: str) -> str:
        """A sentence without the mark at its end, for another one to follow."""
        return _opened(text)

    def sentence(self, text: str) -> str:
        """A sentence with a mark at its end, whether one was typed or not."""
        return _ended(text, "。")

    def flow(self, lines: Iterable[str]) -> str:
        """Several lines as one run of sentences; a space after one in Latin letters."""
        return "".join(f"{one} " if one[-1:].isascii() and one else one for one in map(self.sentence, lines))

    def shown(self, numbers: Iterable[int]) -> str:
        """（见证据3、4）, "" for none."""
        named = "、".join(str(number) for number in numbers)
        return f"（见证据{named}）" if named else ""

    def rule(self, authority: str, article: str) -> str:
        """《…》第四十三条."""
        name, bracket, rest = authority.partition("（")
        title = authority if "《" in authority or not authority else f"《{name}》{bracket}{rest}"
        return f"{title}{article}"

    def heading(self, number: int, text: str) -> str:
        """一、投诉请求."""
        return f"{ordinal(number)}、{text}"


class EnglishWords:
    """Words of an English letter."""

    def day(self, text: str) -> str:
        """22 November 2026; a text that is no ISO date stays as it is."""
        on = _parsed(text)
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}" if on else text

    def moment(self, on: str, at: str) -> str:
        """A day with its time if that is known."""
        return f"{self.day(on)}, {at}" if at else self.day(on)

    def money(self, text: str) -> str:
        """CNY 1,234.50; a text that is no money stays as it is."""
        kept = as_money(text)
        return f"CNY {_grouped(kept)}" if kept else text

    def term(self, amount: int, unit: Unit) -> str:
        """15 days, 7 working days, 3 years."""
        name = {Unit.CALENDAR: "day", Unit.WORKING: "working day", Unit.YEARS: "year"}[unit]
        return f"{amount} {name}" + ("" if amount == 1 else "s")

    def clause(self, text: str) -> str:
        """A sentence without the mark at its end, for another one to follow."""
        return _opened(text)

    def sentence(self, text: str) -> str:
        """A sentence with a mark at its end, whether one was typed or not."""
        return _ended(text, ".")

    def flow(self, lines: Iterable[str]) -> str:
        """Several lines as one run of sentences."""
        return " ".join(self.sentence(line) for line in lines)

    def shown(self, numbers: Iterable[int]) -> str:
        """ (exhibits 3, 4), "" for none."""
        named = [str(number) for number in numbers]
        return f" ({'exhibit' if len(named) == 1 else 'exhibits'} {', '.join(named)})" if named else ""

    def rule(self, authority: str, article: str) -> str:
        """The rule and its article; a Chinese article number as Arabic digits."""
        number = re.fullmatch(r"第?([0-9一二三四五六七八九十百零]+)条?", article)
        named = f"article {_arabic(number[1])}" if number else article
        return f"{authority}, {named}" if article and authority else authority or named

    def heading(self, number: int, text: str) -> str:
        """1. Demands."""
        return f"{number}. {text}"


Words = ChineseWords | EnglishWords


def words_of(language: str) -> Words:
    """Return the words of a language ("zh_CN"; anything else is English)."""
    return ChineseWords() if language == "zh_CN" else EnglishWords()


def functions(words: Words) -> Mapping[str, Callable[..., str]]:
    """Return what templates may call, by name."""
    names = ("day", "moment", "money", "term", "shown", "rule")
    typed = ("clause", "sentence", "flow")  # what a person typed may look like a heading
    return {name: getattr(words, name) for name in names} | {name: _safe(getattr(words, name)) for name in typed}


def bare(text: str) -> str:
    """Return a name or number without the marks that somebody typed after it; a full stop may belong to it."""
    return text.rstrip("。；，、：;,: ") or text


def _safe(write: Callable[..., str]) -> Callable[..., str]:
    def written(typed: object) -> str:
        return safe_line(write(typed))

    return written


def _opened(text: str) -> str:
    """Take the marks off a sentence's end, a full stop inside a closing quotation mark too."""
    kept = _INNER_STOP.sub(r"\1", text.strip())
    return kept.rstrip(_ENDS) or kept


def _ended(text: str, stop: str) -> str:
    text = text.strip()
    if not text or text.endswith(_FULL_STOPS):
        return text
    return text.rstrip(_ENDS) + stop


def _grouped(kept: str) -> str:
    yuan, cents = kept.split(".")
    return f"{int(yuan):,}.{cents}"


def _arabic(text: str) -> str:
    """第四十三 as 43; digits stay."""
    if text.isdigit() and text.isascii():
        return text
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        elif char in _DIGITS:
            digit = _DIGITS.index(char) + 1
    return str(total + digit)

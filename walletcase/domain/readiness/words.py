"""Findings on the words of a case: one for each word and place."""

from __future__ import annotations

from collections.abc import Iterator

from walletcase.domain.case import CaseRecord
from walletcase.domain.readiness.findings import Finding, Topic
from walletcase.domain.readiness.texts import CaseText, own_phones, texts_of
from walletcase.domain.readiness.wording import (
    CRISIS,
    SECRET,
    WordHit,
    calmer,
    check_text,
    leaves_marks,
)

_MOST_OF_ONE_TEXT = 30


def word_findings(record: CaseRecord) -> Iterator[Finding]:
    """Yield what is found in the texts of a case."""
    phones = own_phones(record)
    for text in texts_of(record):
        seen: set[tuple[str, str]] = set()
        for hit in check_text(record.rules, text.text, phones):
            if (hit.kind, hit.excerpt) in seen or len(seen) >= _MOST_OF_ONE_TEXT:
                continue
            if text.leaves or leaves_marks(hit):
                seen.add((hit.kind, hit.excerpt))
                yield finding_of(hit, text)


def finding_of(hit: WordHit, text: CaseText) -> Finding:
    """Return one hit as a finding."""
    rule = hit.wording
    params: dict[str, object] = {"word": shown_excerpt(hit.kind, hit.excerpt)}
    if rule is not None:
        params |= {"why": rule.why, "instead": rule.instead}
    return Finding(
        topic=Topic.WORDING,
        severity=hit.severity,
        code=code_of(hit.kind),
        place=text.place,
        params=params,
        excerpt=hit.excerpt,
        suggestion=hit.suggestion,
        source=rule.source if rule else None,
    )


def code_of(kind: str) -> str:
    """Return the code of what was found: secrets, numbers and a crisis have their own."""
    return kind if kind in (SECRET, CRISIS) or kind.endswith("_number") else f"wording_{kind}"


def shown_excerpt(kind: str, excerpt: str) -> str:
    """Return an excerpt as it may be shown: what must not be seen is not repeated."""
    if kind == SECRET or kind.endswith("_number"):
        kept = 2 if kind == SECRET else 0
        return excerpt[:kept] + "*" * (len(excerpt) - kept)
    return excerpt


def is_private(finding: Finding) -> bool:
    """Whether its excerpt must not be repeated on a screen or in a pipe."""
    return finding.code == SECRET or finding.code.endswith("_number")


def with_suggestion(record: CaseRecord, text: str, finding: Finding) -> str:
    """Return a text with the suggestion in place of every word of this finding; the text itself where it is gone."""
    hits = check_text(record.rules, text, own_phones(record))
    same = [hit for hit in hits if (code_of(hit.kind), hit.excerpt) == (finding.code, finding.excerpt)]
    return calmer(text, same)

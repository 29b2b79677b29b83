"""A playbook in the place of one that is not there: enough of it to read what a case recorded, and nothing to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from walletcase.domain.flow.machine import SettledRound, StepRecord
from walletcase.domain.flow.playbook import Channel, Field, FieldKind, Outcome, Phase, Playbook, Step
from walletcase.domain.text import Text

_ONLY = "recorded"


def _text(key: str) -> Text:
    return Text(key, key)


def stand_in(
    key: str,
    version: int,
    steps: Mapping[str, StepRecord],
    settled: Iterable[SettledRound],
    field_keys: Iterable[str],
    channels: Iterable[str],
) -> Playbook:
    """Return a playbook whose steps, fields and channels are those that a case holds something for.

    Names are the keys: the words went with the file. Which field belonged to which step is not known any more, so the
    first step holds them all.
    """
    ended = tuple(settled)
    names = list(dict.fromkeys((*steps, *(one.step_key for one in ended)))) or [_ONLY]
    fields = tuple(Field(name, FieldKind.LONG_TEXT, _text(name)) for name in dict.fromkeys(field_keys))
    outcomes = {name: {one.outcome for one in ended if one.step_key == name} for name in names}
    for name, record in steps.items():
        outcomes[name].add(record.outcome)
    return Playbook(
        key=key,
        version=version,
        name=_text(key),
        summary=_text(key),
        institution=Text("", ""),
        phases=(Phase(_ONLY, _text(_ONLY)),),
        channels=tuple(Channel(name, _text(name)) for name in dict.fromkeys(channels)),
        steps=tuple(_step(name, sorted(outcomes[name] - {""}), fields if name == names[0] else ()) for name in names),
        intake=(),
        is_stand_in=True,
    )


def _step(key: str, outcomes: list[str], fields: tuple[Field, ...]) -> Step:
    ends = tuple(Outcome(name, _text(name)) for name in outcomes)
    return Step(key, _ONLY, _text(key), _text(key), ends or (Outcome(_ONLY, _text(_ONLY)),), fields)



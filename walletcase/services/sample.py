"""The sample case: fictitious, marked as such, added and removed in one click."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from walletcase.domain.case import Case
from walletcase.domain.evidence import CopyKind, EvidenceEdit
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.cases import CaseService
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.evidence import EvidenceService
from walletcase.services.flow import FlowService
from walletcase.services.ports import Progress, no_progress
from walletcase.services.sample_facts import SampleFacts, Story
from walletcase.services.timeline import TimelineService

Data = Mapping[str, Any]


class SampleService:
    """Builds the sample from resources/sample/case.toml, where days are counted back from today."""

    def __init__(
        self,
        context: Context,
        cases: CaseService,
        flow: FlowService,
        timeline: TimelineService,
        evidence: EvidenceService,
        facts: SampleFacts,
        load: Callable[[], tuple[Data, Path]],
    ) -> None:
        self._context = context
        self._cases = cases
        self._flow = flow
        self._timeline = timeline
        self._evidence = evidence
        self._facts = facts
        self._load = load

    def add(self, language: str, progress: Progress = no_progress) -> tuple[Case, Changes]:
        """Add the sample case with its files and return it."""
        with self._context.history.together():
            return self._add(language, progress)

    def _add(self, language: str, progress: Progress) -> tuple[Case, Changes]:
        data, folder = self._load()
        case, _ = self._cases.new_case(_text(data["title"], language), data.get("playbook", ""), is_sample=True)
        self._flow.set_values(case.id, self._values(data.get("values", {}), language))
        files = self._attach(case.id, data["evidence"], folder, language, progress)
        entries: dict[str, EntryId] = {}
        for entry in data["entries"]:
            logged, _ = self._timeline.log(case.id, self._draft(entry, files, language))
            entries[entry.get("key", "")] = logged.id
        for tick in data.get("ticks", ()):
            self._flow.tick(case.id, tick["step"], tick["item"], True)
        for step in data["steps"]:
            self._settle(case.id, step, language)
        story = Story(case.id, language, self._day, lambda value: _text(value, language), files, entries)
        self._facts.add(data, story)
        return self._cases.find(case.number), changed(case.id)

    def remove(self) -> Changes:
        """Delete every sample case for good, with its files."""
        ids = [row.id for row in self._cases.rows() if row.is_sample]
        for case_id in ids:
            self._cases.trash(case_id)
            self._cases.purge(case_id)
        return changed(*ids)

    def _values(self, values: Data, language: str) -> dict[str, str]:
        return {key: self._value(value, language) for key, value in values.items()}

    def _value(self, value: object, language: str) -> str:
        if isinstance(value, Mapping):
            if "day" in value:
                return self._day(int(value["day"]))
            return _text(value, language)
        return str(value)

    def _day(self, offset: int) -> str:
        return (date.fromisoformat(self._context.clock.today()) + timedelta(days=offset)).isoformat()

    def _attach(
        self, case_id: CaseId, items: Sequence[Data], folder: Path, language: str, progress: Progress
    ) -> dict[str, EvidenceId]:
        ids: dict[str, EvidenceId] = {}
        for done, item in enumerate(items):
            progress(done, len(items))
            edit = EvidenceEdit(
                title=_text(item["title"], language),
                proves=_text(item["proves"], language),
                source=_text(item["source"], language),
                made_on=self._day(int(item["day"])),
                copy_kind=CopyKind(item.get("copy", CopyKind.ORIGINAL.value)),
                step_key=item.get("step", ""),
            )
            report = self._evidence.attach(case_id, [folder / item["file"]], edit)
            for failed in report.failed:
                raise failed.error
            ids[item["file"]] = report.stored[0].id
        return ids

    def _draft(self, entry: Data, files: Mapping[str, EvidenceId], language: str) -> EntryDraft:
        day = date.fromisoformat(self._day(int(entry["day"])))
        zone = self._context.clock.now().tzinfo
        at = datetime.combine(day, time.fromisoformat(entry["time"]), tzinfo=zone)
        promised = entry.get("promised_by")
        return EntryDraft(
            occurred_at=at.isoformat(timespec="minutes"),
            summary=_text(entry["summary"], language),
            channel=entry["channel"],
            counterpart=_text(entry.get("counterpart", ""), language),
            reference=str(entry.get("reference", "")),
            promised_by=self._day(int(promised)) if promised is not None else "",
            is_answer=bool(entry.get("is_answer", False)),
            step_key=entry.get("step", ""),
            step_round=int(entry.get("round", 1)) if entry.get("step") else 0,
            evidence_ids=tuple(files[name] for name in entry.get("evidence", ())),
        )

    def _settle(self, case_id: CaseId, step: Data, language: str) -> None:
        if step.get("skip"):
            self._flow.skip(case_id, step["key"], _text(step["skip"], language))
        else:
            self._flow.finish(case_id, step["key"], step.get("outcome", ""))


def _text(value: object, language: str) -> str:
    if isinstance(value, Mapping):
        return str(value["zh" if language == "zh_CN" else "en"])
    return str(value)

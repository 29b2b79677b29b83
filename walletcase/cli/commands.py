"""The commands: each calls a service and returns its JSON document, its lines for a terminal, and the exit code."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from walletcase.cli import checking, dates, exporting, letters, verifying
from walletcase.cli.output import complain, say
from walletcase.domain.case import CaseRow, Filter
from walletcase.domain.case_json import case_json
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.evidence import Evidence, EvidenceEdit, Way
from walletcase.domain.fields import shown
from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.infra.texts import error_text
from walletcase.services.attaching import files_in
from walletcase.services.cases import clean_title, matches
from walletcase.services.evidence import Entry
from walletcase.services.facade import Services

_LOG = logging.getLogger(__name__)
Arguments = argparse.Namespace
Document = Mapping[str, Any]
Answer = tuple[Document, Sequence[str], Exit]
Command = Callable[[Services, Arguments, str, bool], Answer]


def _pairs(values: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in values:
        key, sign, value = text.partition("=")
        if not sign or not key:
            raise UserError("bad_setting", text=text)
        pairs[key.strip()] = value
    return pairs


def _sample(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    case, _ = services.sample.add(language)
    return {"case": case.number}, [case.number], Exit.DONE


def _playbooks(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    if arguments.add is not None:
        services.playbook_files.add(arguments.add)
    if arguments.remove:
        services.playbook_files.remove(arguments.remove)
    documents, lines = [], []
    for shelved in services.playbook_files.all():
        key, book = shelved.key, shelved.playbook
        if book is None:
            lines.append(f"{key}  ({shelved.fault})")
            documents.append({"playbook": key, "own": True, "fault": str(shelved.fault)})
            continue
        lines.append(f"{key} (v{book.version})  {book.name.get(language)}{'  [own]' if shelved.is_own else ''}")
        steps = []
        for number, step in enumerate(book.steps, 1):
            fields = [{"key": f.key, "kind": f.kind.value, "label": f.label.get(language)} for f in step.fields]
            outcomes = [o.key for o in step.outcomes]
            steps.append({"key": step.key, "name": step.name.get(language), "fields": fields, "outcomes": outcomes})
            keys = ", ".join(f.key for f in step.fields)
            lines.append(f"  {number:2} {step.key:16} {step.name.get(language)}: {keys}")
        head = {"playbook": key, "version": book.version, "name": book.name.get(language), "own": shelved.is_own}
        channels = [channel.key for channel in book.channels]
        documents.append({**head, "channels": channels, "steps": steps})
    return {"playbooks": documents}, lines, Exit.DONE


def _new(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    case, _ = services.cases.new_case(arguments.title, arguments.playbook, _pairs(arguments.values))
    return {"case": case.number}, [case.number], Exit.DONE


def _row_document(services: Services, row: CaseRow) -> Document:
    return {
        "case": row.number,
        "title": row.title,
        "status": row.status.value,
        "follow_up": row.follow_up,
        "overdue": row.overdue,
        "next_step": row.next_action.step_key or None,
        "evidence_count": row.evidence_count,
        "updated_at": row.updated_at,
    }


def _list(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    chosen = Filter(arguments.filter)
    rows = [row for row in services.cases.rows() if matches(row, chosen)]
    lines = []
    for row in rows:
        marks = [mark for mark, on in (("overdue", row.overdue), ("follow-up", row.follow_up)) if on]
        step = row.next_action.step_key or "-"
        head = f"{row.number}  {row.status.value:10} {step:16} {row.evidence_count:3}"
        lines.append(f"{head}  {row.title}  {' '.join(marks)}")
    return {"cases": [_row_document(services, row) for row in rows]}, [line.rstrip() for line in lines], Exit.DONE


def _show(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    record = services.cases.open(services.cases.find(arguments.case).id)
    document = case_json(record, services.clock.today())
    lines = [f"{record.case.number}  {record.case.title}", f"status: {record.case.status.value}"]
    for step in record.playbook.steps:
        state = record.flow.record(step.key)
        lines.append(f"  {step.key:16} {state.state.value:8} {step.name.get(language)}")
        lines += [line for f, value in record.filled(step, state.round) for line in _value_lines(f, value, language)]
    for entry in record.live_timeline:
        lines.append(f"  {entry.draft.occurred_at}  {entry.draft.channel}  {record.summary_of(entry, language)}")
    lines += [f"  #{e.exhibit_no}  {e.title}  {e.file.sha256}" for e in record.live_evidence]
    return document, lines, Exit.DONE


def _value_lines(field: Field, value: str, language: str) -> list[str]:
    """Return a value as it is printed in the dossier; of a list each entry on a line of its own."""
    text = shown(field, value, language)
    entries = text.split("\n") if field.kind in (FieldKind.CONTACTS, FieldKind.DEMANDS) else [text]
    return [f"      {field.label.get(language)}: {entry}" for entry in entries]


def _set(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    case = services.cases.find(arguments.case)
    pairs = _pairs(arguments.values)
    title = pairs.pop("title", None)
    if title is not None:
        clean_title(title)  # before anything is stored
    if pairs or title is None:
        services.flow.set_values(case.id, pairs)
    if title is not None:
        services.cases.rename(case.id, title)
    return {"case": case.number}, [case.number], Exit.DONE


def _step(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    case = services.cases.find(arguments.case)
    if arguments.skip is not None:
        services.flow.skip(case.id, arguments.step, arguments.skip)
    elif arguments.reopen:
        services.flow.reopen(case.id, arguments.step)
    elif arguments.repeat:
        services.flow.repeat(case.id, arguments.step)
    else:
        services.flow.finish(case.id, arguments.step, arguments.outcome)
    record = services.cases.open(case.id)
    state = record.flow.record(arguments.step)
    document = {"case": case.number, "step": arguments.step, "state": state.state.value, "round": state.round}
    return document, [f"{case.number}  {arguments.step}  {state.state.value}"], Exit.DONE


def _log(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    case = services.cases.find(arguments.case)
    draft = EntryDraft(
        occurred_at=services.timeline.when(arguments.at),
        summary=arguments.summary,
        channel=arguments.channel,
        counterpart=arguments.counterpart,
        reference=arguments.reference,
        promised_by=arguments.promised_by,
        is_answer=arguments.answer,
    )
    entry, _ = services.timeline.log(case.id, draft)
    return {"case": case.number, "entry": entry.seq}, [f"{case.number}  {entry.seq}"], Exit.DONE


def _item_document(item: Evidence) -> Document:
    return {
        "exhibit": item.exhibit_no,
        "title": item.title,
        "sha256": item.file.sha256,
        "size_bytes": item.file.size_bytes,
        "media_type": item.media.media_type,
        "duplicate_of": item.duplicate_of,
    }


def _attach(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    case = services.cases.find(arguments.case)
    edit = EvidenceEdit(title=arguments.title, proves=arguments.proves, source=arguments.source)

    def told(item: Evidence) -> None:
        if not as_json:
            say(f"{item.exhibit_no}  {item.file.sha256}  {item.original_name}")

    report = services.evidence.attach(case.id, files_in(arguments.files), Entry(edit, Way.COMMAND), stored=told)
    _read_words(services, case.id)
    failed = [{"file": str(f.file), "error": error_text(f.error, language).line} for f in report.failed]
    for failure in failed:
        complain(failure["error"])
    document = {"evidence": [_item_document(item) for item in report.stored], "failed": failed}
    code = max((f.error.exit_code for f in report.failed), default=Exit.DONE)
    return document, [], code


def _read_words(services: Services, case_id: CaseId) -> None:
    """Let search find what the files say themselves. Pixels are read in the window only, where it can be paused."""
    try:
        for unread in services.reading.unread(case_id, pixels=False):
            services.reading.read(unread, pixels=False)
    except UserError as error:  # the files are in; their words can be read at any time
        _LOG.warning("The words of %s were not read: %s", case_id, error.code)


def _search(services: Services, arguments: Arguments, language: str, as_json: bool) -> Answer:
    hits = services.search.search(arguments.text)
    documents = [{"case": h.case_number, "kind": h.kind, "id": h.item_id, "snippet": h.snippet} for h in hits]
    return {"hits": documents}, [f"{h.case_number}  {h.kind}  {h.snippet}" for h in hits], Exit.DONE


COMMANDS: Mapping[str, tuple[Command, bool]] = {  # name: (what it does, whether it writes)
    "sample": (_sample, True),
    "playbooks": (_playbooks, False),
    "new": (_new, True),
    "list": (_list, False),
    "show": (_show, False),
    "set": (_set, True),
    "step": (_step, True),
    "log": (_log, True),
    "attach": (_attach, True),
    "search": (_search, False),
    "deadlines": (dates.deadlines, False),
    "count": (dates.count, False),
    "check": (checking.check, False),
    "letters": (letters.letters, False),
    "letter": (letters.letter, True),
    "export": (exporting.export, True),
    "import": (exporting.import_, True),
    "verify": (verifying.verify, False),
}

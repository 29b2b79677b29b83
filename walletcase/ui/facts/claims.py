"""Facts and proof: each stated fact with the exhibits that show it, each exhibit with the facts that it shows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.claims import MAX_CLAIM_TEXT, Claim, Suggestion, unused
from walletcase.domain.evidence import Evidence
from walletcase.domain.formats import as_money
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.links import Use, UseKind
from walletcase.services.claims import ClaimDraft
from walletcase.ui.facts.demands import shown_amount, stamp
from walletcase.ui.facts.page import InlineForm, ListPage
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import listed
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import DateField
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, Line, column, row
from walletcase.ui.widgets.tick_list import TickButton
from walletcase.ui.widgets.tips import menu_text


class ClaimsPage(ListPage):
    """Facts first, then the exhibits, each marked where the other side is missing."""

    def build(self, record: CaseRecord) -> None:
        """Fill the page."""
        live = [claim for claim in record.claims if not claim.trashed_at]
        self._add_head(bool(live))
        for number, claim in enumerate(live, 1):
            self._add_claim(record, number, claim)
        if not live:
            text = translate("Facts", "State each fact in one sentence and link what shows it: that is checked first.")
            self.body.addWidget(PlainLabel(text, "muted", wrap=True))
        if record.live_evidence:
            self._add_exhibits(record, live)
        services, case_id = self.desk.services, record.case.id
        trashed = [claim for claim in record.claims if claim.trashed_at]
        self.trash_fold(
            [(str(c.id), c.text, partial(services.claims.restore, case_id, c.id)) for c in trashed]
        )
        self.body.addStretch(1)

    def use_of(self, item: str) -> Use | None:
        """A fact is shown by exhibits."""
        claims = self.record.claims if self.record else ()
        return Use(UseKind.CLAIM, item) if any(str(one.id) == item and not one.trashed_at for one in claims) else None

    def _add_head(self, has_some: bool) -> None:
        line, flow = flow_row(gap=S)
        plus = self.desk.icon("plus", "" if has_some else self.desk.theme.colours.on_accent)
        add = button(translate("Facts", "State a fact"), lambda: None, kind="" if has_some else "primary", icon=plus)
        add.setObjectName("add")
        add.clicked.connect(lambda: self._open(ClaimForm, line))
        find = button(translate("Facts", "Find facts in my account"), lambda: None, icon=self.desk.icon("search"))
        find.setObjectName("find")
        find.clicked.connect(lambda: self._suggest(line))
        flow.addWidget(add)
        flow.addWidget(find)
        self.body.addWidget(line)

    def _open(self, kind: type[ClaimForm], place: QWidget, claim: Claim | None = None) -> None:
        if self.record is not None:
            self.open_form(kind(self, self.record, claim), place)

    def _suggest(self, place: QWidget) -> None:
        record = self.record
        if record is None:
            return
        case_id, service = record.case.id, self.desk.services.claims

        def offer(found: tuple[Suggestion, ...]) -> None:
            if not found:
                self.desk.toasts.show(translate("Facts", "Your account holds nothing that is not stated here already."))
            elif self.record is not None and self.record.case.id == case_id:
                self.open_form(SuggestForm(self, self.record, found), place)

        self.desk.read(self, lambda: service.suggest(case_id), offer)

    def _add_claim(self, record: CaseRecord, number: int, claim: Claim) -> None:
        case_id, service = record.case.id, self.desk.services.claims
        shown_by = [item for item in record.live_evidence if item.id in claim.evidence_ids]
        card = Card("true", gap=S, margin=M)
        card.setObjectName(f"at:{claim.id}")
        proof, flow = flow_row(gap=XS)
        head = row(gap=S)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(PlainLabel(f"{number}.", "accent"), 0, top)
        words = column(gap=0)
        words.addWidget(PlainLabel(claim.text, "label", wrap=True).let_select())
        if details := " · ".join(part for part in (claim.happened_on, shown_amount(claim.amount)) if part):
            words.addWidget(PlainLabel(details, "caption"))
        words.addStretch(1)  # beside its number, however high the buttons are
        head.addLayout(words, 1)
        edit = self.icon_tool(translate("Facts", "Edit"), "pencil", lambda: None, f"edit:{claim.id}", claim.text)
        edit.clicked.connect(lambda: self._open(ClaimForm, proof, claim))
        head.addWidget(edit, 0, top)
        throw, trash = translate("Facts", "Move to the trash"), partial(service.trash, case_id, claim.id)
        name = f"trash:{claim.id}"
        head.addWidget(self.icon_tool(throw, "trash-2", partial(self.change, trash), name, claim.text), 0, top)
        card.body.addLayout(head)
        for item in shown_by:
            flow.addWidget(self._exhibit(item, f"open:{claim.id}:{item.id}"))
        if not shown_by:
            flow.addWidget(Chip(translate("Facts", "No proof yet"), "warn"))
        flow.addWidget(self._link(record, claim, [item.id for item in shown_by]))
        card.body.addWidget(proof)
        self.body.addWidget(card)

    def _link(self, record: CaseRecord, claim: Claim, linked: list[EvidenceId]) -> QWidget:
        choices = [(int(e.id), menu_text(f"{stamp(e.exhibit_no)}  {e.title}", 70)) for e in record.live_evidence]
        text = translate("Facts", "Link proof…")
        title = translate("Facts", "What shows this fact?")
        made = TickButton(text, self.desk.icon("link"), title, choices, linked)
        made.button.setObjectName(f"link:{claim.id}")
        made.button.setAccessibleName(f"{text} {claim.text}")
        case_id, service = record.case.id, self.desk.services.claims
        gone = tuple(one for one in claim.evidence_ids if one not in {e.id for e in record.live_evidence})

        def link(ids: tuple[int, ...]) -> None:
            links = (*(EvidenceId(one) for one in ids), *gone)  # what is in the trash stays linked
            draft = ClaimDraft(claim.text, claim.happened_on, claim.amount, links)
            self.change(lambda: service.correct(case_id, claim.id, draft))

        made.picked.connect(link)
        return made

    def _exhibit(self, item: Evidence, name: str) -> QWidget:
        made = button(stamp(item.exhibit_no), lambda: self._show(item.id), kind="chip")
        made.setProperty("tone", "accent")
        made.setObjectName(name)
        made.setAccessibleName(f"{stamp(item.exhibit_no)}: {item.title}")
        return made

    def _add_exhibits(self, record: CaseRecord, live: list[Claim]) -> None:
        bare = {item.id for item in unused(record.claims, record.evidence)}
        self.body.addWidget(PlainLabel(translate("Facts", "Exhibits and the facts they show"), "overline"))
        card = Card(gap=S, margin=M)
        for place, item in enumerate(record.live_evidence):
            if place:
                card.body.addWidget(Line())
            line, below = row(gap=S), row(gap=S)
            line.addWidget(self._exhibit(item, f"exhibit:{item.id}"))
            line.addWidget(PlainLabel(item.title or item.original_name, wrap=True), 1)
            card.body.addLayout(line)
            if self.is_narrow:
                card.body.addLayout(below)
                line = below
            if item.id in bare:
                line.addWidget(Chip(translate("Facts", "Not used yet"), "warn"))
            else:
                numbers = [str(n) for n, claim in enumerate(live, 1) if item.id in claim.evidence_ids]
                shows = translate("Facts", "shows {numbers}").format(numbers=listed(numbers))
                line.addWidget(PlainLabel(shows, "caption"))
            line.addWidget(self._use(record, item, live))
            below.addStretch(1)
        self.body.addWidget(card)

    def _use(self, record: CaseRecord, item: Evidence, live: list[Claim]) -> QWidget:
        choices = [(claim.id, menu_text(f"{number}. {claim.text}", 70)) for number, claim in enumerate(live, 1)]
        ticked = [claim.id for claim in live if item.id in claim.evidence_ids]
        text, title = translate("Facts", "Use for…"), translate("Facts", "Which facts does it show?")
        made = TickButton(text, self.desk.icon("link"), title, choices, ticked)
        made.button.setObjectName(f"use:{item.id}")
        made.button.setAccessibleName(f"{text} {stamp(item.exhibit_no)}")
        case_id, service = record.case.id, self.desk.services.claims
        made.picked.connect(lambda ids: self.change(lambda: service.use(case_id, item.id, ids)))
        return made

    def _show(self, evidence_id: EvidenceId) -> None:
        self.desk.bus.asked.emit("evidence", str(evidence_id))


class ClaimForm(InlineForm):
    """One fact."""

    def __init__(self, page: ClaimsPage, record: CaseRecord, claim: Claim | None) -> None:
        super().__init__(self._store, page.close_form)
        self._page, self._case_id, self._claim = page, CaseId(record.case.id), claim
        desk = page.desk
        today, pick = desk.services.clock.today(), translate("Facts", "Pick from the calendar")
        self.what = QPlainTextEdit(claim.text if claim else "")
        self.what.setTabChangesFocus(True)
        self.what.setPlaceholderText(translate("Facts", "One sentence: who did what, when"))
        self.what.setFixedHeight(2 * self.what.fontMetrics().lineSpacing() + 22)
        self.day = DateField(translate("Facts", "When it happened"), desk.icon, today, pick)
        self.day.line.setText(claim.happened_on if claim else "")
        self.amount = QLineEdit(claim.amount if claim else "")
        self.amount.setPlaceholderText("￥")
        self.add(translate("Facts", "The fact"), self.what, 0, 0, 2)
        self.add(translate("Facts", "When it happened"), self.day, 1, 0)
        self.add(translate("Facts", "Amount"), self.amount, 1, 1)

    def _store(self) -> bool:
        text, amount = " ".join(self.what.toPlainText().split()), self.amount.text().strip()
        if not text:
            return self.refuse(translate("Facts", "Write down in one sentence what happened."), self.what)
        if len(text) > MAX_CLAIM_TEXT:
            return self.refuse(translate("Facts", "This is too long for one fact; make several of it."), self.what)
        if self.day.is_bad():
            return self.refuse(translate("Facts", "This is no date. For example 2026-11-22."), self.day.line)
        if amount and as_money(amount) is None:
            return self.refuse(translate("Facts", "This is no amount. For example 1234.50."), self.amount)
        service, case_id, claim = self._page.desk.services.claims, self._case_id, self._claim
        draft = ClaimDraft(text, self.day.value(), amount, claim.evidence_ids if claim else ())
        if claim is None:
            self._page.change(lambda: service.add(case_id, draft)[1])
        else:
            self._page.change(lambda: service.correct(case_id, claim.id, draft))
        return True


class SuggestForm(InlineForm):
    """Sentences of the account, each with a box to tick."""

    def __init__(self, page: ClaimsPage, record: CaseRecord, found: tuple[Suggestion, ...]) -> None:
        super().__init__(self._store, page.close_form)
        self._page, self._case_id = page, CaseId(record.case.id)
        self._found = found
        self.save_button.setText(translate("Facts", "State the ticked ones"))
        heading = translate("Facts", "Found in your account. Tick what is a fact.")
        self._box.insertWidget(0, PlainLabel(heading, "label"))
        self.boxes: list[QCheckBox] = []
        for place, one in enumerate(found, 1):
            line = row(gap=S)
            box = QCheckBox()
            box.setAccessibleName(one.text)
            words = column(gap=0)
            label = PlainLabel(one.text, wrap=True)
            words.addWidget(label)
            if details := " · ".join(part for part in (one.happened_on, shown_amount(one.amount)) if part):
                words.addWidget(PlainLabel(details, "caption"))
            line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            self._box.insertLayout(place, line)
            self.boxes.append(box)
        self.first = self.boxes[0]

    def keep(self) -> None:
        """Leave out what was not stated on purpose."""

    def _store(self) -> bool:
        chosen = [one for one, box in zip(self._found, self.boxes, strict=True) if box.isChecked()]
        if not chosen:
            return self.refuse(translate("Facts", "Tick at least one, or cancel."), self.boxes[0])
        drafts = [ClaimDraft(one.text, one.happened_on, one.amount) for one in chosen]
        service, case_id = self._page.desk.services.claims, self._case_id
        self._page.change(lambda: service.add(case_id, *drafts)[1])
        return True

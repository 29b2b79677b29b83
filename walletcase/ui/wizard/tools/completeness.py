"""How complete the record is: a meter, and each thing missing as a link to where it is put right."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QProgressBar, QPushButton

from walletcase.domain.case import CaseRecord
from walletcase.domain.completeness import Lack, Missing, completeness_of
from walletcase.domain.flow.playbook import Step
from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import clear, column, row
from walletcase.ui.widgets.tips import menu_text
from walletcase.ui.wizard.tools.base import Hands, ToolCard, icons_of

SHOWN = 6


def said_of(missing: Missing, record: CaseRecord, language: str) -> str:
    """Return the sentence for something missing."""
    field = record.playbook.field(missing.about)
    texts = {
        Lack.CONTACT_TIME: translate("Tools", "Contact of {about}: at what time?"),
        Lack.CONTACT_PERSON: translate("Tools", "Contact of {about}: with whom?"),
        Lack.CONTACT_WORDS: translate("Tools", "Contact of {about}: what was said?"),
        Lack.PROMISE_WORDS: translate("Tools", "Contact of {about}: what was promised?"),
        Lack.EXHIBIT_SOURCE: translate("Tools", "Exhibit {about}: where is it from?"),
        Lack.EXHIBIT_PROVES: translate("Tools", "Exhibit {about}: what does it show?"),
        Lack.FIELD: translate("Tools", "Still empty: {about}"),
        Lack.REFERENCE: translate("Tools", "No reference number anywhere"),
    }
    return texts[missing.lack].format(about=field.label.get(language) if field is not None else missing.about)


class CompletenessCard(ToolCard):
    """The meter and the list."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        self.heading(translate("Tools", "How complete is the record"), "list").addWidget(self.checker())
        line = row(gap=S)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(translate("Tools", "How complete is the record"))
        self.percent = PlainLabel("", "strong")
        line.addWidget(self.meter, 1)
        line.addWidget(self.percent)
        self.body.addLayout(line)
        self.told = PlainLabel("", "muted", wrap=True)
        self.body.addWidget(self.told)
        self._list = column(gap=0)
        self.body.addLayout(self._list)
        self.refresh(record)

    def refresh(self, record: CaseRecord) -> None:
        """Judge the record anew."""
        super().refresh(record)
        self.found = completeness_of(record)
        self.meter.setMaximum(100)
        self.meter.setValue(self.found.percent)
        self.percent.setText(f"{self.found.percent} %")
        count = len(self.found.missing)
        if count:
            self.told.setText(translate("Tools", "%n thing(s) to add. Each link leads to its place.", "", count))
        else:
            self.told.setText(translate("Tools", "Every contact, promise and exhibit says what it should."))
        clear(self._list)
        for missing in self.found.missing[:SHOWN]:
            self._list.addWidget(self._link(missing))
        rest = self.found.missing[SHOWN:]
        if rest:
            fold = Fold(translate("Tools", "And %n more", "", len(rest)), icons_of(self.desk))
            fold.body.setSpacing(0)
            for missing in rest:
                fold.body.addWidget(self._link(missing))
            self._list.addWidget(fold)

    def _link(self, missing: Missing) -> QPushButton:
        text = said_of(missing, self.record, self.desk.language)
        go = partial(self.desk.bus.asked.emit, missing.tab, missing.item)
        link = button(menu_text(text), go, kind="link")
        link.setAccessibleName(text)
        link.setStyleSheet("text-align: left;")
        return link

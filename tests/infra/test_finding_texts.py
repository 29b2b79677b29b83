"""What findings say: every code, both languages, nothing left unfilled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.readiness.findings import Finding, Place, Severity, Topic
from walletcase.domain.text import Text
from walletcase.infra import resources
from walletcase.infra.finding_texts import door_kind_name, finding_text, severity_name, topic_name

CODES = resources.toml("i18n", "findings.toml")["codes"]
READINESS = Path(__file__).parents[2] / "walletcase" / "domain" / "readiness"
LANGUAGES = ("zh_CN", "en")


def finding(code: str, **params: object) -> Finding:
    return Finding(Topic.CONFLICT, Severity.STOP, code, Place("step"), params)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_three_parts_in_both_languages(code: str) -> None:
    for language in LANGUAGES:
        tongue = "zh" if language == "zh_CN" else "en"
        for part in ("what", "why", "do"):
            assert CODES[code][part][tongue].strip()
        names = set(re.findall(r"{(\w+)}", str(CODES[code])))
        text = finding_text(finding(code, **dict.fromkeys(names, "甲")), language)
        assert "{" not in text.line
        zh, en = (set(re.findall(r"{(\w+)}", str({k: v[t] for k, v in CODES[code].items()}))) for t in ("zh", "en"))
        assert zh == en


def test_the_code_names_no_text_that_is_not_there_and_none_stands_idle() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in READINESS.glob("*.py"))
    words = {code for code in CODES if code.startswith("wording_")}
    named = {code for code in CODES if f'"{code}"' in source}
    assert named | words == set(CODES)
    raised = set(re.findall(r"(?:_say|_age|_refused)\(\s*\"(\w+)\"", source))
    assert raised
    assert raised <= set(CODES)


def test_everything_in_a_finding_is_said_in_the_language_of_the_reader() -> None:
    found = finding(
        "parallel_refused",
        door=DoorKind.PBOC,
        there=(DoorKind.NFRA, DoorKind.COURT),
        says=Text("不收。", "Refused."),
        rule=Text("办法", "Measures"),
        article="第四条",
    )
    assert finding_text(found, "zh_CN").what == "这件事正在：金融监管部门、法院。现在再去：人民银行，很可能不被受理。"
    assert finding_text(found, "en").why == "Refused. (Measures 第四条)"
    bare = finding("parallel_refused", says=Text("不收。", "Refused."), rule=Text("办法", "Measures"), article="")
    assert finding_text(bare, "en").why == "Refused. (Measures)"


def test_topics_severities_and_doors_have_names() -> None:
    for language in LANGUAGES:
        assert len({topic_name(topic, language) for topic in Topic}) == len(Topic)
        assert len({severity_name(severity, language) for severity in Severity}) == len(Severity)
        assert len({door_kind_name(kind, language) for kind in DoorKind}) == len(DoorKind)

"""`check` as it is typed."""

from __future__ import annotations

from tests.cli.conftest import Cli

KEYS = {"topic", "severity", "code", "place", "what", "why", "do", "excerpt", "suggestion", "source"}


def new_case(cli: Cli, *values: str) -> str:
    words = [word for value in values for word in ("--set", value)]
    return str(cli("new", "--title", "钱包开不了", *words, "--json").document["case"])


def test_check_finds_what_is_missing_and_ends_with_one(cli: Cli) -> None:
    answer = cli("check", new_case(cli), "--json", "--lang", "zh_CN")
    assert answer.code == 1
    findings = answer.document["findings"]
    assert all(set(one) >= KEYS for one in findings)
    missing = [one for one in findings if one["code"] == "material_missing"]
    assert {"tab": "step", "item": "complainant"} in [one["place"] for one in missing]
    assert missing[0]["source"] == "《银行业保险业消费投诉处理管理办法》（银保监会令2020年第3号）"
    assert answer.document["door"] == "hotline"


def test_hints_alone_end_with_nought(cli: Cli) -> None:
    given = ["institution=工商银行", "problem=2026年10月8日前几天开不了", "complainant=张三", "phone=13800138000"]
    case = new_case(cli, *given, "demand=请于2026年12月10日前开通", "occurred_on=2026-10-08", "opened_on=2026-10-01")
    answer = cli("check", case, "--json")
    assert {one["severity"] for one in answer.document["findings"]} == {"warn", "hint"}  # there is no evidence yet
    assert answer.code == 1
    cli("attach", case, __file__, "--proves", "开不了")
    answer = cli("check", case, "--json")
    assert {one["severity"] for one in answer.document["findings"]} == {"hint"}
    assert answer.code == 0


def test_a_parallel_filing_is_told_with_its_rule(cli: Cli) -> None:
    case = new_case(cli, "other_filings=11月1日打过 12378")
    answer = cli("check", case, "--door", "pboc", "--json", "--lang", "zh_CN")
    (found,) = [one for one in answer.document["findings"] if one["code"] == "parallel_refused"]
    assert (found["severity"], found["confirmed"]) == ("stop", True)
    assert "第四十二条" in found["source"]
    assert cli("check", case, "--door", "moon").code == 2


def test_a_password_is_never_repeated(cli: Cli) -> None:
    said = "problem=密码是 abc12345，身份证 11010519491231002X"
    case = new_case(cli, said)
    assert "abc12345" not in cli("show", case).out
    assert "密码或验证码没有存下" in cli("set", case, said, "--lang", "zh_CN").err
    for answer in (cli("check", case), cli("check", case, "--json")):
        assert answer.code == 1
        assert "abc12345" not in answer.out + answer.err
        assert "11010519491231002X" not in answer.out + answer.err
    codes = {one["code"] for one in cli("check", case, "--json").document["findings"]}
    assert "id_number" in codes
    assert "secret" not in codes, "it is not there to be found"


def test_a_reader_gets_three_lines_a_finding(cli: Cli) -> None:
    case = new_case(cli, "problem=垃圾银行！！")
    lines = cli("check", case, "--lang", "zh_CN").out.splitlines()
    assert lines[0].endswith("客服热线")
    assert "请核对  措辞与隐私  “垃圾银行”像是在骂人。  [step/problem]" in lines
    assert "    -> 贵行" in lines


def test_check_of_no_case_is_refused(cli: Cli) -> None:
    assert cli("check", "WC-2026-9999").code == 2

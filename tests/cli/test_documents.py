"""What `--json` prints: one document for each command, with the keys that cli.md lists."""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

from tests.cli.conftest import ROOT, Answer, Cli

LIST_KEYS = {"case", "title", "status", "follow_up", "overdue", "next_step", "evidence_count", "updated_at"}
ATTACH_KEYS = {"exhibit", "title", "sha256", "size_bytes", "media_type", "duplicate_of"}
PICTURE = ROOT / "resources" / "sample" / "01-open-failed.png"
STATUSES = {"draft", "preparing", "filed", "accepted", "answered", "escalated", "resolved", "closed"}


def done(answer: Answer) -> Answer:
    """The answer of a command that has nothing to complain about."""
    assert (answer.code, answer.err) == (0, "")
    return answer


def test_new_gives_a_number(cli: Cli) -> None:
    assert set(done(cli("new", "--title", "A", "--json")).document) == {"case"}
    number = str(done(cli("--json", "new", "--title", "B")).document["case"])
    assert re.fullmatch(r"WC-\d{4}-0002", number)


def test_new_takes_values_and_a_playbook(cli: Cli) -> None:
    book = ("--playbook", "icbc-digital-wallet")
    made = cli("--json", "new", "--title", " A \t case ", *book, "--set", "institution=工行")
    shown = done(cli("--json", "show", str(done(made).document["case"]))).document
    assert (shown["title"], shown["fields"], shown["playbook"]["key"]) == (
        "A case",
        {"institution": "工行"},
        "icbc-digital-wallet",
    )


def test_sample_gives_a_case_with_files(cli: Cli, sample: str) -> None:
    listed = done(cli("--json", "list")).document
    assert set(listed) == {"cases"}
    (row,) = listed["cases"]
    assert set(row) == LIST_KEYS
    assert row["case"] == sample
    assert row["evidence_count"] >= 8
    assert row["status"] in STATUSES
    assert isinstance(row["follow_up"], bool)
    assert isinstance(row["overdue"], bool)
    assert datetime.fromisoformat(row["updated_at"]).tzinfo is not None


def test_list_filters(cli: Cli, case: str) -> None:
    for word in ("all", "active", "follow-up", "overdue", "resolved", "trash"):
        rows = done(cli("--json", "list", "--filter", word)).document["cases"]
        assert [row["case"] for row in rows] == ([case] if word == "all" else []), word


def test_show_gives_the_whole_case(cli: Cli, sample: str) -> None:
    shown = done(cli("show", sample, "--json")).document
    assert {"case", "title", "status", "steps", "timeline", "evidence", "deadlines", "demands"} <= set(shown)
    assert len(shown["steps"]) == 10
    assert {"step", "state", "round", "fields"} <= set(shown["steps"][0])
    assert len(shown["timeline"]) >= 6
    for entry in shown["timeline"]:
        assert datetime.fromisoformat(entry["occurred_at"]).tzinfo is not None
        assert datetime.fromisoformat(entry["recorded_at"]).tzinfo is not None
    for item in shown["evidence"]:
        assert set(item) >= ATTACH_KEYS | {"proves", "source", "made_on"}
        assert re.fullmatch("[0-9a-f]{64}", item["sha256"])
        date.fromisoformat(item["made_on"])
    for deadline in shown["deadlines"]:
        assert set(deadline) >= {"rule", "starts_on", "unit", "limit", "due_on", "rolled_due_on", "estimated", "source"}
        date.fromisoformat(deadline["due_on"])
    assert shown["demands"]


def test_show_finds_a_number_in_lower_case(cli: Cli, case: str) -> None:
    assert done(cli("--json", "show", case.lower())).document["case"] == case


def test_set_and_step_and_log(cli: Cli, case: str) -> None:
    assert done(cli("--json", "set", case, "institution=某银行", "title=New title")).document == {"case": case}
    finished = done(cli("--json", "step", case, "gather", "--done")).document
    assert finished == {"case": case, "step": "gather", "state": "done", "round": 1}
    reason = "已电话解决"
    assert done(cli("--json", "step", case, "branch", "--skip", reason)).document["state"] == "skipped"
    assert done(cli("--json", "step", case, "branch", "--reopen")).document["state"] == "open"
    log = ("log", case, "--channel", "hotline", "--at", "2026-11-20 14:05", "--summary", "答应三天内回复")
    more = ("--counterpart", "工号 1234", "--reference", "R-1", "--promised-by", "2026-11-23")
    assert done(cli("--json", *log, *more)).document == {"case": case, "entry": 1}
    shown = done(cli("--json", "show", case)).document
    assert (shown["title"], shown["fields"]["institution"]) == ("New title", "某银行")
    (entry,) = shown["timeline"]
    assert (entry["summary"], entry["counterpart"], entry["reference"]) == ("答应三天内回复", "工号 1234", "R-1")
    assert entry["occurred_at"].startswith("2026-11-20T14:05")
    assert (entry["promised_by"], [d["due_on"] for d in shown["deadlines"]]) == ("2026-11-23", ["2026-11-23"])


def test_attach_keeps_what_succeeded_and_names_each_failure(cli: Cli, case: str, tmp_path: Path) -> None:
    note = tmp_path / "笔记.txt"
    note.write_text("退款", encoding="utf-8")
    missing, folder_of_none = tmp_path / "gone.png", tmp_path / "pipe"
    os.mkfifo(folder_of_none)
    files = [str(path) for path in (PICTURE, missing, note, folder_of_none, PICTURE)]
    answer = cli("--json", "attach", case, *files, "--proves", "失败", "--source", "手机")
    assert answer.code == 2
    assert set(answer.document) == {"evidence", "failed"}
    stored = answer.document["evidence"]
    assert [set(item) for item in stored] == [ATTACH_KEYS] * 3
    assert [(i["exhibit"], i["title"], i["media_type"]) for i in stored] == [
        (1, "01-open-failed", "image/png"),
        (2, "笔记", "text/plain"),
        (3, "01-open-failed", "image/png"),
    ]
    assert [i["duplicate_of"] for i in stored] == [None, None, 1]
    assert stored[0]["sha256"] == hashlib.sha256(PICTURE.read_bytes()).hexdigest()
    assert stored[0]["size_bytes"] == PICTURE.stat().st_size
    assert [f["file"] for f in answer.document["failed"]] == [str(missing), str(folder_of_none)]
    assert [set(f) for f in answer.document["failed"]] == [{"file", "error"}] * 2
    assert len(answer.err.splitlines()) == 2
    shown = done(cli("--json", "show", case)).document["evidence"]
    assert [(e["exhibit"], e["proves"], e["source"]) for e in shown] == [(n, "失败", "手机") for n in (1, 2, 3)]


def test_attach_takes_a_folder_by_its_files(cli: Cli, case: str, tmp_path: Path) -> None:
    inside = tmp_path / "shots"
    inside.mkdir()
    for name in ("b.txt", "a.txt", ".hidden"):
        (inside / name).write_text(name)
    (inside / "link.txt").symlink_to(inside / "a.txt")
    answer = done(cli("--json", "attach", case, str(inside)))
    assert [item["title"] for item in answer.document["evidence"]] == ["a", "b"]


def test_search_finds_one_character(cli: Cli, sample: str) -> None:
    cli("set", sample, "institution=某某银行")
    hits = done(cli("--json", "search", "银")).document["hits"]
    assert {"case": sample, "kind": "value"}.items() <= hits[0].items()
    assert set(hits[0]) == {"case", "kind", "id", "snippet"}
    assert "银" in hits[0]["snippet"]
    assert done(cli("--json", "search", "没有这句话")).document == {"hits": []}


def test_export_writes_a_pdf_and_data(cli: Cli, sample: str, tmp_path: Path) -> None:
    pdf, data = tmp_path / "卷宗 1.pdf", tmp_path / "case.JSON"
    made = done(cli("--json", "export", sample, "--to", str(pdf), "--lang", "zh_CN")).document
    content = pdf.read_bytes()
    assert content.startswith(b"%PDF-")
    assert made["file"] == str(pdf)
    assert made["sha256"] == hashlib.sha256(content).hexdigest()
    assert made["pages"] > 10
    assert made["problems"] == made["substituted"] == []
    assert done(cli("--json", "export", sample, "--to", str(data))).document["file"] == str(data)
    told = json.loads(data.read_text(encoding="utf-8"))
    assert told.pop("record")["format"] == 1
    assert told == cli("--json", "show", sample).document


def test_export_writes_a_pack_and_the_chronology(cli: Cli, sample: str, tmp_path: Path) -> None:
    pack, table, word = (tmp_path / name for name in ("pack.zip", "table.csv", "word.docx"))
    made = done(cli("--json", "export", sample, "--to", str(pack))).document
    assert made["pages"] > 10
    with zipfile.ZipFile(pack) as archive:
        assert "verify.py" in archive.namelist()
    assert done(cli("--json", "verify", str(pack))).document["ok"] is True
    for target in (table, word):
        assert done(cli("--json", "export", sample, "--to", str(target))).document["file"] == str(target)
        assert target.stat().st_size > 500


def test_export_of_one_matter_holds_only_that(cli: Cli, sample: str, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole.pdf", tmp_path / "part.pdf"
    pages = [
        done(cli("--json", "export", sample, "--to", str(whole))).document["pages"],
        done(cli("--json", "export", sample, "--to", str(part), "--about", "fact:1")).document["pages"],
    ]
    assert 3 < pages[1] < pages[0]
    for wrong in ("fact:0", "fact:99", "fact:x", "fact", "letter:1", "demand:99"):
        answer = cli("--json", "export", sample, "--to", str(tmp_path / "no.pdf"), "--about", wrong)
        assert (answer.code, answer.document["error"]["code"]) == (2, "no_such_matter"), wrong
    assert not (tmp_path / "no.pdf").exists()


def test_export_in_brief_has_fewer_pages(cli: Cli, sample: str, tmp_path: Path) -> None:
    def pages(name: str, *more: str) -> int:
        answer = cli("--json", "export", sample, "--to", str(tmp_path / name), *more)
        assert answer.code == 0, answer.err
        return int(answer.document["pages"])

    assert pages("brief.pdf", "--depth", "brief") < pages("full.pdf")
    assert cli("export", sample, "--to", str(tmp_path / "x.pdf"), "--depth", "shallow").code == 2


def test_export_for_others_says_what_somebody_must_look_at(cli: Cli, sample: str, tmp_path: Path) -> None:
    def said(audience: str, name: str) -> str:
        words = ("--json", "export", sample, "--to", str(tmp_path / name), "--audience", audience, "--lang", "en")
        answer = cli(*words)
        assert answer.code == 0, answer.err
        return answer.err

    assert "Look at every page" in said("public", "public.pdf")
    assert "Look at every page" not in said("self", "own.pdf")
    assert "Nobody has read the words in these exhibits" in said("bank", "bank.zip")
    assert (tmp_path / "bank.zip").exists()


def test_export_into_no_folder_says_so(cli: Cli, case: str, tmp_path: Path) -> None:
    for ending in ("pdf", "json"):
        target = tmp_path / "gone" / f"x.{ending}"
        told = cli("--lang", "en", "export", case, "--to", str(target))
        assert told.code == 3
        assert f"There is no folder {target.parent}." in told.complaint
        assert not target.parent.exists()


def test_show_prints_people_and_choices_as_the_dossier_does(cli: Cli, case: str) -> None:
    clerk = {"name": "王强", "role": "柜员", "phone": "010-12345678"}
    people = json.dumps([clerk, {"name": "Li", "role": "", "phone": ""}])
    done(cli("set", case, f"people={people}", "problem_kind=cannot_open", "amount=1234.5"))
    english = done(cli("--lang", "en", "show", case)).out.splitlines()
    assert "      People involved: 王强 (柜员), 010-12345678" in english
    assert "      People involved: Li" in english
    assert "      What went wrong: Cannot open the wallet" in english
    assert "      Amount involved (yuan): ￥1,234.50" in english
    chinese = done(cli("--lang", "zh_CN", "show", case)).out
    assert "相关联系人: 王强（柜员） 010-12345678" in chinese
    assert "cannot_open" not in chinese


def test_export_follows_the_language(cli: Cli, case: str, tmp_path: Path) -> None:
    import pypdfium2

    texts = {}
    for language in ("zh_CN", "en"):
        target = tmp_path / f"{language}.pdf"
        done(cli("--lang", language, "--json", "export", case, "--to", str(target)))
        with pypdfium2.PdfDocument(target) as document:
            page = document[0]
            text_page = page.get_textpage()
            texts[language] = text_page.get_text_bounded()
            text_page.close()
            page.close()
    assert "案件编号" in texts["zh_CN"]
    assert "案件编号" not in texts["en"]


def test_verify_of_a_sound_folder(cli: Cli, sample: str) -> None:
    for words in (("verify",), ("verify", sample)):
        assert done(cli("--json", *words)).document == {"ok": True, "problems": []}


def test_playbooks_name_what_can_be_set(cli: Cli) -> None:
    document = done(cli("--json", "playbooks")).document
    assert set(document) == {"playbooks"}
    assert len(document["playbooks"]) >= 5
    for book in document["playbooks"]:
        assert len(book["steps"]) > 5
        fields = [field["key"] for step in book["steps"] for field in step["fields"]]
        assert len(fields) == len(set(fields)) > 40
        assert "hotline" in book["channels"]


def test_an_error_is_a_document_too(cli: Cli) -> None:
    answer = cli("--json", "show", "WC-1999-0001")
    assert answer.code == 2
    assert set(answer.document) == {"error"}
    assert answer.document["error"]["code"] == "no_such_case"
    assert answer.complaint == "walletcase: " + answer.document["error"]["message"]


def test_search_finds_the_words_that_files_say_themselves(cli: Cli, case: str, tmp_path: Path) -> None:
    note, statement = tmp_path / "chat.txt", ROOT / "resources/sample/08-statement.pdf"
    note.write_text("客服：受理编号 GD20261120004417\n", encoding="utf-8")
    done(cli("--json", "attach", case, str(note), str(statement)))
    (hit,) = done(cli("--json", "search", "20004417")).document["hits"]
    assert (hit["case"], hit["kind"], hit["id"]) == (case, "words", "1/0")
    assert "GD20261120004417" in hit["snippet"]
    kinds = {one["kind"] for one in done(cli("--json", "search", "示例")).document["hits"]}
    assert kinds == {"evidence", "words"}  # the statement says it of itself, and on its page


def test_what_was_exported_comes_back(cli: Cli, sample: str, tmp_path: Path) -> None:
    pack, data = tmp_path / "pack.zip", tmp_path / "case.json"
    for target in (pack, data):
        done(cli("export", sample, "--to", str(target)))
    one, two = (done(cli("--json", "show", sample)).document for _ in range(2))
    assert one == two
    answer = done(cli("--json", "import", str(data)))
    assert set(answer.document) == {"case", "was", "missing"}
    assert (answer.document["was"], answer.document["missing"]) == (sample, [])
    copy = done(cli("--json", "show", str(answer.document["case"]))).document
    assert copy == {**one, "case": answer.document["case"]}
    elsewhere = ["--data-dir", str(tmp_path / "elsewhere")]
    assert done(cli(*elsewhere, "import", str(pack))).out.strip() == sample
    assert done(cli(*elsewhere, "--json", "show", sample)).document == one
    assert done(cli(*elsewhere, "verify")).code == 0
    partly = cli("--data-dir", str(tmp_path / "third"), "--json", "import", str(data))
    assert (partly.code, partly.document["missing"]) == (1, [item["exhibit"] for item in one["evidence"]])
    assert "import the evidence pack" in partly.err
    bad = cli("--json", "import", str(tmp_path / "nothing.json"))
    assert (bad.code, bad.document["error"]["code"]) == (2, "case_file_unreadable")

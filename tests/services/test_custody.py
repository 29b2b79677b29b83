"""What happened to evidence can be told, and that the journal stood as it does can be shown to a stranger."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.infra.tsa import Authority
from walletcase.domain.case import Case
from walletcase.domain.custody import CustodyEvent, LeftBy, What, about
from walletcase.domain.errors import UserError
from walletcase.domain.ids import EvidenceId
from walletcase.domain.trusted_time import imprint_of
from walletcase.services.facade import Services
from walletcase.services.leaving import Left
from walletcase.storage.opening import DATABASE_NAME
from walletcase.storage.unit_of_work import SqlStore


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A real authority."""
    return Authority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture
def case(services: Services) -> Case:
    """A case."""
    return services.cases.new_case("钱包打不开", "icbc-digital-wallet", {})[0]


def attach(services: Services, case: Case, path: Path, content: str) -> EvidenceId:
    path.write_text(content, encoding="utf-8")
    return services.evidence.attach(case.id, [path]).stored[0].id


def alter_journal(services: Services, statement: str) -> None:
    """As somebody would who takes the guards away first."""
    with sqlite3.connect(next(services.data_folder.glob("*.sqlite3"))) as connection:
        for guard in ("journal_keeps_lines", "journal_keeps_words", "journal_only_grows"):
            connection.execute(f"DROP TRIGGER {guard}")
        connection.execute(statement)
    connection.close()


def test_an_item_tells_its_own_story_and_no_other(services: Services, case: Case, tmp_path: Path) -> None:
    first = attach(services, case, tmp_path / "a.txt", "a")
    second = attach(services, case, tmp_path / "b.txt", "b")
    services.custody.left(case.id, [first], Left(LeftBy.OPEN, target="viewer"))
    services.custody.left(case.id, [first, second], Left(LeftBy.EXPORT, What.DOSSIER, "dossier.pdf"))
    told = services.custody.events(case.id, first)
    assert [event.kind for event in told] == ["evidence_added", "left_app", "left_app"]
    assert [event.seq for event in told] == sorted({event.seq for event in told})
    assert told[1].detail == {"exhibits": "1", "way": "open", "target": "viewer"}
    assert [event.kind for event in services.custody.events(case.id, second)] == ["evidence_added", "left_app"]


def test_a_number_that_came_free_tells_nothing_of_who_had_it_before() -> None:
    told = [("evidence_added", {"exhibit": "1"}), ("evidence_added", {"exhibit": "2"}), ("undone", {"exhibits": "2"})]
    told += [("evidence_added", {"exhibit": "3"}), ("evidence_renumbered", {"moves": "3>2 1>4"})]
    told += [("left_app", {"exhibits": "2 4"})]
    lines = [CustodyEvent(seq, "2026-11-22T09:00:00+08:00", *line) for seq, line in enumerate(told, 1)]
    assert {number: [event.seq for event in about(lines, number)] for number in (1, 2, 3, 4)} == {
        1: [], 2: [4, 5, 6], 3: [], 4: [1, 5, 6],
    }  # fmt: skip


def test_exhibit_eleven_is_not_exhibit_one(services: Services, case: Case, tmp_path: Path) -> None:
    ids = [attach(services, case, tmp_path / f"{n}.txt", str(n)) for n in range(11)]
    services.custody.left(case.id, [ids[10]], Left(LeftBy.COPY))
    assert [event.kind for event in services.custody.events(case.id, ids[0])] == ["evidence_added"]


def test_a_stamp_carried_by_hand_holds(services: Services, case: Case, authority: Authority, tmp_path: Path) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    answer = authority.answer((tmp_path / "journal.tsq").read_bytes())
    state = services.custody.import_answer(stamp.id, answer, authority.root)
    assert (state.holds, state.is_trusted) == (True, True)
    assert state.stamp.authority == "CN=Test TSA"
    assert state.stamp.stamped_at.endswith("+00:00")
    services.cases.new_case("later", "icbc-digital-wallet", {})  # the journal goes on; what was stamped stays
    assert services.custody.stamps() == [state]
    seq, head = services.custody.head()
    assert seq > stamp.journal_seq
    assert imprint_of(head) != stamp.imprint


def test_a_stranger_confirms_it_with_openssl(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    head = services.custody.head()[1].encode("ascii")
    answer = authority.answer(stamp.request)
    assert authority.confirms(head, answer)
    assert not authority.confirms(head[::-1], answer)


def test_without_a_certificate_the_signer_stays_unconfirmed(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    state = services.custody.import_answer(stamp.id, authority.answer(stamp.request))
    assert (state.holds, state.is_trusted) == (True, False)


def test_the_answer_to_another_request_is_refused(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    first = services.custody.request_stamp(tmp_path / "1.tsq")
    second = services.custody.request_stamp(tmp_path / "2.tsq")  # the same head, another nonce
    with pytest.raises(UserError, match="time_stamp_other"):
        services.custody.import_answer(second.id, authority.answer(first.request), authority.root)
    assert [state.stamp.answer for state in services.custody.stamps()] == [b"", b""]


def test_an_authority_that_nobody_vouches_for_is_refused(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    other = Authority(tmp_path / "other", "Other")
    with pytest.raises(UserError, match="time_stamp_untrusted"):
        services.custody.import_answer(stamp.id, authority.answer(stamp.request), other.root)


@pytest.mark.parametrize("answer", [b"", b"\x30\x00", b"no answer", b"\x30\x82\xff\xff"])
def test_what_is_no_answer_is_refused(services: Services, case: Case, answer: bytes, tmp_path: Path) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    with pytest.raises(UserError, match="time_stamp_unreadable"):
        services.custody.import_answer(stamp.id, answer)


def test_what_is_no_certificate_is_refused(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    for roots in (b"x", b"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"):
        with pytest.raises(UserError, match="certificate_unreadable"):
            services.custody.import_answer(stamp.id, authority.answer(stamp.request), roots)


def test_any_flipped_byte_of_an_answer_is_seen(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    answer = authority.answer(stamp.request)
    accepted = []
    for place in range(0, len(answer), 7):
        bent = bytearray(answer)
        bent[place] ^= 0x01
        try:
            services.custody.import_answer(stamp.id, bytes(bent), authority.root)
            accepted.append(place)
        except UserError:
            pass
    # The text of a status and what the certificate bag carries beside the signer are not signed: all else is.
    assert len(accepted) <= len(answer) // 7 // 50, accepted


def test_one_asks_the_authority_one_names(services: Services, case: Case, authority: Authority) -> None:
    with authority.at_an_address() as address:
        state = services.custody.ask_authority(address, authority.root)
    assert state.is_trusted
    with pytest.raises(UserError, match="authority_unreachable"):
        services.custody.ask_authority(address, authority.root)
    with pytest.raises(UserError, match="address_bad"):
        services.custody.ask_authority("file:///etc/hostname")
    assert [bool(one.stamp.answer) for one in services.custody.stamps()] == [False, False, True]


def test_an_empty_journal_is_not_stamped(services: Services, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="journal_empty"):
        services.custody.request_stamp(tmp_path / "x.tsq")
    assert not (tmp_path / "x.tsq").exists()


def test_a_rewritten_past_is_seen_by_its_stamp(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    """Whoever rewrites line and chain together escapes the chain, not the stamp."""
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    services.custody.import_answer(stamp.id, authority.answer(stamp.request), authority.root)
    alter_journal(services, f"UPDATE journal SET hash = '{'0' * 64}' WHERE seq = {stamp.journal_seq}")
    assert not services.custody.stamps()[0].holds
    kinds = [problem.kind for problem in services.integrity.spot_check()]
    assert kinds == ["journal_broken", "time_stamp_broken"]
    assert "time_stamp_broken" in [problem.kind for problem in services.integrity.verify()]


def test_a_stamp_that_was_asked_for_and_is_gone_is_missed(
    services: Services, case: Case, authority: Authority, tmp_path: Path
) -> None:
    stamp = services.custody.request_stamp(tmp_path / "journal.tsq")
    services.custody.import_answer(stamp.id, authority.answer(stamp.request), authority.root)
    with authority.at_an_address() as address:
        services.custody.ask_authority(address, authority.root)
    with SqlStore(services.data_folder / DATABASE_NAME).read() as unit:
        lines = [line for line in unit.journal.lines() if line.kind.startswith("time_stamp_")]
    assert [(line.kind, line.detail.get("way", "")) for line in lines] == [
        ("time_stamp_asked", "file"), ("time_stamp_answered", ""),
        ("time_stamp_asked", "network"), ("time_stamp_answered", ""),
    ]  # fmt: skip
    assert lines[2].detail["address"] == address
    assert services.integrity.spot_check() == ()
    alter_journal(services, f"DELETE FROM time_stamps WHERE id = {stamp.id}")
    (problem,) = services.integrity.spot_check()
    assert (problem.kind, problem.detail) == ("time_stamp_missing", f"line {stamp.journal_seq}")


def test_the_spot_check_sees_a_missing_file_within_its_days(services: Services, case: Case, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(12)]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    stored = services.evidence.attach(case.id, files).stored
    assert services.integrity.spot_check() == ()
    path = services.evidence.path(stored[4])
    path.chmod(0o600)
    path.write_bytes(b"x")
    assert [(p.kind, p.subject) for p in services.integrity.spot_check()] == [("file_altered", f"{case.number}/5")]

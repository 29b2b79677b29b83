"""RFC 3161 with a real openssl: odd answers, odd servers, and an authority that never answers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.infra.tsa import Authority
from walletcase.domain.errors import Cancelled, UserError
from walletcase.infra import trusted_time
from walletcase.infra.cms import in_order
from walletcase.infra.trusted_time import Rfc3161

MESSAGE = b"a" * 64


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A real authority."""
    return Authority(tmp_path_factory.mktemp("tsa"))


@contextmanager
def answering(status: int, headers: dict[str, str], body: bytes) -> Iterator[tuple[str, list[str]]]:
    """A server that answers everything alike; gives its address and the paths it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsr", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def silent() -> Iterator[str]:
    """A server that takes the call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"


def test_certificates_in_any_order_are_read(authority: Authority) -> None:
    stamper = Rfc3161()
    request = stamper.request(MESSAGE)
    chained = authority.answer(request, with_chain=True)
    assert len(in_order(chained)) == len(chained)
    said = stamper.check(request, chained, MESSAGE, authority.root)
    assert (said.authority, said.is_trusted, said.is_signed) == ("CN=Test TSA", True, True)
    assert authority.confirms(MESSAGE, in_order(chained))  # openssl finds the same of what was put in order


@pytest.mark.parametrize(
    "content", [b"", b"0", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"\x30\x02\x30\x00", bytes(99)]
)
def test_what_is_no_answer_is_left_as_it_is(content: bytes) -> None:
    assert in_order(content) == content


def test_a_signature_is_checked_even_when_nobody_vouches_for_it(authority: Authority) -> None:
    stamper = Rfc3161()
    request = stamper.request(MESSAGE)
    answer = authority.answer(request)
    said = stamper.check(request, answer, MESSAGE, b"")
    assert (said.is_trusted, said.is_signed) == (False, True)
    bent = bytearray(answer)
    bent[-9] ^= 1  # within the signature, which comes last
    with pytest.raises(UserError, match="time_stamp_untrusted"):
        stamper.check(request, bytes(bent), MESSAGE, b"")


def test_no_flipped_byte_of_what_was_stamped_passes_without_a_certificate(authority: Authority) -> None:
    stamper = Rfc3161()
    request = stamper.request(MESSAGE)
    answer = authority.answer(request)
    begin = answer.index(stamper.check(request, answer, MESSAGE, b"").at[:4].encode())  # the time, as it was signed
    for place in range(begin, begin + 14):
        bent = bytearray(answer)
        bent[place] ^= 1
        with pytest.raises(UserError):
            stamper.check(request, bytes(bent), MESSAGE, b"")


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (404, {}, b"no"),
        (500, {}, b"no"),
        (302, {"Location": "http://127.0.0.1:9/else"}, b""),
        (307, {"Location": "/else"}, b""),
    ],
)
def test_a_server_that_has_no_answer_is_told_of(status: int, headers: dict[str, str], body: bytes) -> None:
    with answering(status, headers, body) as (address, asked), pytest.raises(UserError) as caught:
        Rfc3161().ask(address, b"x")
    assert caught.value.code == "authority_unreachable"
    assert str(status) in caught.value.params["why"]
    assert asked == ["/tsr"]  # nothing was followed


def test_a_page_is_no_answer(authority: Authority) -> None:
    stamper = Rfc3161()
    request = stamper.request(MESSAGE)
    with answering(200, {"Content-Type": "text/html"}, b"<html>Log in</html>") as (address, _):
        answer = stamper.ask(address, request)
    with pytest.raises(UserError, match="time_stamp_unreadable"):
        stamper.check(request, answer, MESSAGE, authority.root)


def test_an_endless_answer_is_cut_off() -> None:
    with answering(200, {}, bytes(3 << 20)) as (address, _):
        assert len(Rfc3161().ask(address, b"x")) == trusted_time.LARGEST_ANSWER_BYTES


def test_an_authority_that_never_answers_can_be_left() -> None:
    until = time.monotonic() + 0.5
    with silent() as address, pytest.raises(Cancelled):
        Rfc3161().ask(address, b"x", lambda: time.monotonic() > until)
    assert time.monotonic() < until + 1.5


def test_waiting_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trusted_time, "TIMEOUT_S", 0.6)
    with silent() as address, pytest.raises(UserError, match="authority_unreachable"):
        Rfc3161().ask(address, b"x")


@pytest.mark.parametrize("address", ["", "x", "file:///etc/hostname", "ftp://x/", "http://", "http://[", "https://x:99999/"])
def test_what_is_no_address_is_not_asked(address: str) -> None:
    with pytest.raises(UserError, match="address_bad"):
        Rfc3161().ask(address, b"x")

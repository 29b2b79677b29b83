"""Trusted time by RFC 3161: makes requests, checks answers. The library is imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.trusted_time import Stamped
from walletcase.infra.cms import in_order, signature_holds

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

QUERY_TYPE, ANSWER_TYPE = "application/timestamp-query", "application/timestamp-reply"  # RFC 3161, 3.4
LARGEST_ANSWER_BYTES = 1 << 20
TIMEOUT_S = 20.0
USER_AGENT = "WalletCase"  # nothing of the machine
_LOOK_S = 0.1


class Rfc3161:
    """Implements services.ports.TimeStamper."""

    def request(self, message: bytes) -> bytes:
        """Return a DER request for a stamp on a message's SHA-256, with a nonce, asking for the certificate."""
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

        return TimestampRequestBuilder().data(message).hash_algorithm(HashAlgorithm.SHA256).build().as_bytes()

    def check(self, request: bytes, answer: bytes, message: bytes, roots: bytes) -> Stamped:
        """Return what an answer to ``request`` says of ``message``.

        With ``roots`` (certificates, PEM or one in DER) the signature must lead to one of them; without any, it must be
        that of the certificate that came along, if one did.

        Raises UserError: time_stamp_unreadable, time_stamp_refused, time_stamp_other, time_stamp_untrusted,
        certificate_unreadable.
        """
        from rfc3161_client import decode_timestamp_response

        try:
            answer = in_order(answer)
            decoded = decode_timestamp_response(answer)
            granted = decoded.status == 0
        except ValueError as error:
            raise UserError("time_stamp_unreadable") from error
        if not granted:
            raise UserError("time_stamp_refused", why=_why(decoded))
        _compare(request, decoded, message)
        if roots:
            _verify(decoded, message, _certificates(roots))
        is_signed = bool(roots) or _is_signed(answer, decoded)
        at = decoded.tst_info.gen_time.astimezone(UTC).isoformat(timespec="seconds")
        return Stamped(at, _authority(decoded), is_trusted=bool(roots), is_signed=is_signed)

    def ask(self, address: str, request: bytes, cancelled: Callable[[], bool] = lambda: False) -> bytes:
        """Send a request to an authority that the person named and return its answer: the app's one network act.

        It goes nowhere else: a redirection is refused. Raises Cancelled; UserError: address_bad, authority_unreachable.
        """
        if not _is_address(address):
            raise UserError("address_bad", address=address)
        answers: Queue[bytes | Exception] = Queue()
        # A daemon: neither cancelling nor closing the app waits for a network that does not answer.
        Thread(target=lambda: answers.put(_fetched(address, request)), daemon=True).start()
        until = monotonic() + TIMEOUT_S
        while True:
            if cancelled():
                raise Cancelled
            try:
                answer = answers.get(timeout=_LOOK_S)
                break
            except Empty:
                if monotonic() > until:
                    answer = TimeoutError(f"{TIMEOUT_S:.0f} s")
                    break
        if isinstance(answer, bytes):
            return answer
        raise UserError("authority_unreachable", address=address, why=str(answer)) from answer


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _fetched(address: str, request: bytes) -> bytes | Exception:
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

    class Stay(HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            """Go nowhere but where the person said; no proxy of the environment either."""

    asked = Request(address, request, {"Content-Type": QUERY_TYPE, "Accept": ANSWER_TYPE, "User-Agent": USER_AGENT})
    try:
        with build_opener(ProxyHandler({}), Stay()).open(asked, timeout=TIMEOUT_S) as answer:
            return bytes(answer.read(LARGEST_ANSWER_BYTES))
    except HTTPError as error:
        error.close()
        return error
    except (OSError, ValueError, HTTPException) as error:
        return error


def _compare(request: bytes, decoded: TimeStampResponse, message: bytes) -> None:
    from hashlib import sha256

    from rfc3161_client import _rust  # the library reads requests too, but has no name of its own for it

    try:
        asked = _rust.parse_timestamp_request(request)
        stamped = decoded.tst_info
        is_same = stamped.message_imprint.message == sha256(message).digest() and stamped.nonce == asked.nonce
    except ValueError as error:
        raise UserError("time_stamp_unreadable") from error
    if not is_same:
        raise UserError("time_stamp_other")


def _verify(decoded: TimeStampResponse, message: bytes, roots: list[Certificate]) -> None:
    from rfc3161_client import VerificationError, VerifierBuilder

    builder = VerifierBuilder(roots=roots)
    if not decoded.signed_data.certificates:
        # An authority that leaves its own certificate out: the person gave it with the roots.
        builder = VerifierBuilder(roots=roots, tsa_certificate=roots[0])
    try:
        builder.build().verify_message(decoded, message)
    except (VerificationError, ValueError) as error:
        raise UserError("time_stamp_untrusted", why=str(error)) from error


def _is_signed(answer: bytes, decoded: TimeStampResponse) -> bool:
    """Whether the signature is that of a certificate that came along; no certificate, no saying."""
    from cryptography.exceptions import UnsupportedAlgorithm

    signer = _signer(decoded)
    if signer is None:
        return False
    try:
        holds = signature_holds(answer, signer.public_key())
    except (ValueError, UnsupportedAlgorithm):
        return False
    if not holds:
        raise UserError("time_stamp_untrusted", why="signature")
    return True


def _signer(decoded: TimeStampResponse) -> Certificate | None:
    """The certificate of who signed, if it came along. Raises UserError("time_stamp_unreadable")."""
    from cryptography import x509

    signers = [(one.issuer, one.serial_number) for one in decoded.signed_data.signer_infos]
    try:
        came = [x509.load_der_x509_certificate(content) for content in decoded.signed_data.certificates]
    except ValueError as error:
        raise UserError("time_stamp_unreadable") from error
    return next((one for one in came if (one.issuer, one.serial_number) in signers), None)


def _certificates(roots: bytes) -> list[Certificate]:
    from cryptography import x509

    try:
        found = x509.load_pem_x509_certificates(roots) if b"-----BEGIN" in roots else []
        return found or [x509.load_der_x509_certificate(roots)]
    except ValueError as error:
        raise UserError("certificate_unreadable") from error


def _authority(decoded: TimeStampResponse) -> str:
    """The name that the answer gives its maker, by the certificate if it came with one."""
    from cryptography import x509

    signer = _signer(decoded)
    if signer is not None:
        return signer.subject.rfc4514_string()
    name = decoded.tst_info.name
    return name.value.rfc4514_string() if isinstance(name, x509.DirectoryName) else ""


def _why(decoded: TimeStampResponse) -> str:
    return "; ".join(str(text) for text in decoded.status_string) or str(decoded.status)

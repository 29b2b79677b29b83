"""Trusted time by RFC 3161: makes requests, checks answers. The library is imported when it is first needed."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from walletcase.domain.errors import UserError
from walletcase.domain.trusted_time import Stamped

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

QUERY_TYPE, ANSWER_TYPE = "application/timestamp-query", "application/timestamp-reply"  # RFC 3161, 3.4
LARGEST_ANSWER_BYTES = 1 << 20
TIMEOUT_S = 20.0


class Rfc3161:
    """Implements services.ports.TimeStamper."""

    def request(self, message: bytes) -> bytes:
        """Return a DER request for a stamp on a message's SHA-256, with a nonce, asking for the certificate."""
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

        return TimestampRequestBuilder().data(message).hash_algorithm(HashAlgorithm.SHA256).build().as_bytes()

    def check(self, request: bytes, answer: bytes, message: bytes, roots: bytes) -> Stamped:
        """Return what an answer to ``request`` says of ``message``.

        With ``roots`` (certificates, PEM or one in DER) the signature must lead to one of them; without any, only what
        was stamped and for which request is compared.

        Raises UserError: time_stamp_unreadable, time_stamp_refused, time_stamp_other, time_stamp_untrusted,
        certificate_unreadable.
        """
        from rfc3161_client import decode_timestamp_response

        try:
            decoded = decode_timestamp_response(answer)
            granted = decoded.status == 0
        except ValueError as error:
            raise UserError("time_stamp_unreadable") from error
        if not granted:
            raise UserError("time_stamp_refused", why=_why(decoded))
        _compare(request, decoded, message)
        if roots:
            _verify(decoded, message, _certificates(roots))
        at = decoded.tst_info.gen_time.astimezone(UTC).isoformat(timespec="seconds")
        return Stamped(at, _authority(decoded), is_trusted=bool(roots))

    def ask(self, address: str, request: bytes) -> bytes:
        """Send a request to an authority that the person named and return its answer: the app's one network act.

        Raises UserError: address_bad, authority_unreachable.
        """
        from urllib.request import Request, urlopen

        if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
            raise UserError("address_bad", address=address)
        asked = Request(address, request, {"Content-Type": QUERY_TYPE, "Accept": ANSWER_TYPE})
        try:
            with urlopen(asked, timeout=TIMEOUT_S) as answer:
                return bytes(answer.read(LARGEST_ANSWER_BYTES))
        except (OSError, ValueError) as error:
            raise UserError("authority_unreachable", address=address, why=str(error)) from error


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

    for content in decoded.signed_data.certificates:
        return x509.load_der_x509_certificate(content).subject.rfc4514_string()
    name = decoded.tst_info.name
    return name.value.rfc4514_string() if isinstance(name, x509.DirectoryName) else ""


def _why(decoded: TimeStampResponse) -> str:
    return "; ".join(str(text) for text in decoded.status_string) or str(decoded.status)

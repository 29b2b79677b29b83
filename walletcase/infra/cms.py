"""The inside of a time-stamp answer (CMS, RFC 5652) as far as the library that checks it leaves something open.

The library refuses an answer whose certificates are not in the order that DER asks of a set, as openssl writes them
with -chain; and it checks a signature only together with a certificate that is trusted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

_SEQUENCE, _SET, _OCTETS = 0x30, 0x31, 0x04
_FIRST = 0xA0  # [0], constructed: the token's content, the certificates, the signed attributes
_HASHES = {
    bytes.fromhex("06096086480165030402" + last): name
    for last, name in (("01", "sha256"), ("02", "sha384"), ("03", "sha512"))
}
_MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d010904")
_PSS = bytes.fromhex("06092a864886f70d01010a")


@dataclass(frozen=True, slots=True)
class Node:
    """One DER value within ``data``: where it begins, where its content begins, where it ends."""

    data: bytes
    begin: int
    inside: int
    end: int

    @property
    def tag(self) -> int:
        """Its first byte."""
        return self.data[self.begin]

    @property
    def whole(self) -> bytes:
        """Tag, length and content."""
        return self.data[self.begin : self.end]

    @property
    def content(self) -> bytes:
        """The content alone."""
        return self.data[self.inside : self.end]

    def children(self) -> list[Node]:
        """Return the values in it. Raises ValueError for what is no DER."""
        return list(_nodes(self.data, self.inside, self.end))


def _nodes(data: bytes, at: int, end: int) -> Iterator[Node]:
    while at < end:
        if at + 2 > end:
            raise ValueError("cut off")
        length, inside = data[at + 1], at + 2
        if length >= 0x80:
            count = length & 0x7F
            if not 1 <= count <= 4 or inside + count > end:
                raise ValueError("length")
            length, inside = int.from_bytes(data[inside : inside + count], "big"), inside + count
        if inside + length > end:
            raise ValueError("cut off")
        yield Node(data, at, inside, inside + length)
        at = inside + length


def _signed_data(answer: bytes) -> list[Node]:
    """The parts of an answer's SignedData. Raises ValueError."""
    try:
        top = next(_nodes(answer, 0, len(answer)))
        _, token = top.children()[:2]
        wrapped = token.children()[1].children()[0]
    except (IndexError, StopIteration) as error:
        raise ValueError("no token") from error
    return wrapped.children()


def in_order(answer: bytes) -> bytes:
    """Return an answer with its certificates in DER's order; they are not signed, so nothing is lost by it.

    What is no such answer is returned as it is.
    """
    try:
        found = next((part for part in _signed_data(answer) if part.tag == _FIRST), None)
        certificates = b"".join(sorted(one.whole for one in found.children())) if found else b""
    except ValueError:
        return answer
    return answer[: found.inside] + certificates + answer[found.end :] if found else answer


def signature_holds(answer: bytes, key: CertificatePublicKeyTypes) -> bool:
    """Whether an answer's signature over what it stamps was made by the owner of a key.

    Raises ValueError for what is no answer, or is signed in a way not known here.
    """
    parts = _signed_data(answer)
    try:
        stamped = parts[2].children()[1].children()[0]
        signer = parts[-1].children()[0].children()
        digest, rest = signer[2].children()[0].whole, signer[3:]
        attributes = rest.pop(0) if rest[0].tag == _FIRST else None
        method, signature = rest[0].children()[0].whole, rest[1]
    except IndexError as error:
        raise ValueError("no signer") from error
    if attributes is None or digest not in _HASHES or signature.tag != _OCTETS or stamped.tag != _OCTETS:
        raise ValueError("another way of signing")
    if _digest_in(attributes) != hashlib.new(_HASHES[digest], stamped.content).digest():
        return False
    # What is signed is the set of attributes, under the tag of a set.
    signed = bytes([_SET]) + attributes.whole[1:]
    return _is_by(key, signed, signature.content, _HASHES[digest], with_pss=method == _PSS)


def _digest_in(attributes: Node) -> bytes:
    for attribute in attributes.children():
        name, values = (*attribute.children(), None, None)[:2]
        if name is not None and values is not None and name.whole == _MESSAGE_DIGEST:
            return values.children()[0].content
    return b""


def _is_by(key: CertificatePublicKeyTypes, signed: bytes, signature: bytes, name: str, *, with_pss: bool) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    algorithm = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}[name]
    try:
        if isinstance(key, rsa.RSAPublicKey):
            mask = padding.PSS(padding.MGF1(algorithm), padding.PSS.AUTO) if with_pss else padding.PKCS1v15()
            key.verify(signature, signed, mask, algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(algorithm))
        else:
            raise ValueError("a kind of key not known here")  # noqa: TRY004 - the answer is strange, not the call
    except InvalidSignature:
        return False
    return True

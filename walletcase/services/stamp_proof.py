"""A time stamp to hand over: what was stamped, the answer, and how a stranger checks it without this app."""

from __future__ import annotations

import io
import zipfile

from walletcase.domain.trusted_time import TimeStamp

_MADE = (1980, 1, 1, 0, 0, 0)  # the same stamp gives the same bytes
_HOW = """\
{name}.txt   日志第 {line} 行的 SHA-256 校验值（64 个字符），也印在此后制作的卷宗说明里可供对照
{name}.tsr   时间戳机构的回复（RFC 3161）；{name}.tsq 是当时的申请
核验（OpenSSL）：
openssl ts -verify -data {name}.txt -in {name}.tsr -CAfile 机构的根证书.pem

{name}.txt   the SHA-256 of line {line} of the journal, 64 characters
{name}.tsr   the answer of the time-stamp authority (RFC 3161); {name}.tsq is what was asked
To check with OpenSSL:
openssl ts -verify -data {name}.txt -in {name}.tsr -CAfile ROOT-OF-THE-AUTHORITY.pem
"""


def proof_of(stamp: TimeStamp, head: str) -> bytes:
    """Return a ZIP of a stamp whose answer came. ``head`` is the journal's hash at its line."""
    name = f"journal-line-{stamp.journal_seq}"
    members = {
        f"{name}.txt": head.encode("ascii"),
        f"{name}.tsr": stamp.answer,
        f"{name}.tsq": stamp.request,
        "README.txt": _HOW.format(name=name, line=stamp.journal_seq).encode(),
    }
    if stamp.roots:
        members["certificate.pem" if b"-----BEGIN" in stamp.roots else "certificate.cer"] = stamp.roots
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member, _MADE), content)
    return out.getvalue()

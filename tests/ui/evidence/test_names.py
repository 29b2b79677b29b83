"""Names of copies that leave the vault, and what a system would run."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walletcase.ui.evidence.names import safe_name, would_run


@given(st.text(max_size=300), st.sampled_from(["application/pdf", "image/png", "application/octet-stream"]))
def test_a_safe_name_is_one_plain_name(name: str, media_type: str) -> None:
    safe = safe_name(name, media_type)
    assert 0 < len(safe) <= 130
    assert not set(safe) & set('<>:"/\\|?*')
    assert not safe.startswith(".")
    assert not safe.endswith((".", " "))
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs") for char in safe)
    assert safe_name(safe, media_type) == safe


@pytest.mark.parametrize(
    ("name", "media_type", "safe"),
    [
        ("短信 截图.png", "image/png", "短信 截图.png"),
        ("../../etc/passwd", "text/plain", "_.._etc_passwd.txt"),
        ("con.pdf", "application/pdf", "_con.pdf"),
        ("对账单", "application/pdf", "对账单.pdf"),
        ("", "image/jpeg", "file.jpg"),
        ("fdp.\u202eexe", "application/pdf", "fdp.exe"),
    ],
)
def test_names(name: str, media_type: str, safe: str) -> None:
    assert safe_name(name, media_type) == safe


@pytest.mark.parametrize(
    ("name", "media_type", "runs"),
    [
        ("a.exe", "application/octet-stream", True),
        ("账单.PDF.exe", "application/pdf", True),
        ("x.jpg", "application/vnd.microsoft.portable-executable", True),
        ("x.docm", "application/vnd.ms-office.macro-enabled", True),
        ("a.html", "text/html", True),
        ("a.svg", "image/svg+xml", True),
        ("a.pdf", "application/pdf", False),
        ("a.png", "image/png", False),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", False),
    ],
)
def test_what_a_system_would_run(name: str, media_type: str, runs: bool) -> None:
    assert would_run(name, media_type) is runs

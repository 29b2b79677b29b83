"""Names of exported files work on every system."""

from __future__ import annotations

from dataclasses import replace

import pytest

from walletcase.services.facade import Services
from walletcase.ui.shell.paper.targets import TITLE_CHARS, file_name, suggested


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("钱包打不开", "WC-2026-0001 钱包打不开.pdf"),
        ('a/b\\c:d*e?"<f>|g', "WC-2026-0001 a b c d e f g.pdf"),
        ("../../etc", "WC-2026-0001 .. .. etc.pdf"),
        ("ends with dots...", "WC-2026-0001 ends with dots.pdf"),
        ("长" * 200, f"WC-2026-0001 {'长' * TITLE_CHARS}.pdf"),
    ],
)
def test_names(services: Services, title: str, name: str) -> None:
    case = replace(services.cases.new_case("x")[0], title=title)
    assert file_name(case, ".pdf") == name
    assert suggested(case, ".pdf").endswith(name)

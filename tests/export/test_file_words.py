"""How files are told on paper: no raw media type, sizes exact where they are small."""

from __future__ import annotations

import pytest

from tests.export.dossier_samples import LABELS
from walletcase.export.file_words import exact_size, kind_text, length_text, size_text
from walletcase.export.labels import load_labels
from walletcase.media import kinds

_OTHERS = ("audio/x-caf", "video/quicktime", "application/vnd.sqlite3", "image/vnd.adobe.photoshop", kinds.UNKNOWN)
_ALL = sorted({*kinds.PICTURES, *kinds.TEXTS, *kinds.SOUNDS, *kinds.OFFICE, *kinds.HOLDERS, *_OTHERS, kinds.EMPTY})


@pytest.mark.parametrize("media_type", [*_ALL, kinds.PDF])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_raw_media_type_is_printed(media_type: str, language: str) -> None:
    said = kind_text(load_labels(LABELS, language), media_type)
    assert said.strip() == said
    assert said
    assert "/" not in said
    assert "vnd" not in said.lower()
    assert "{" not in said


@pytest.mark.parametrize(
    ("media_type", "zh", "en"),
    [
        ("image/png", "PNG 图片", "PNG picture"),
        ("image/svg+xml", "SVG 图片", "SVG picture"),
        ("image/x-icon", "ICON 图片", "ICON picture"),
        ("audio/mpeg", "MP3 音频", "MP3 audio"),
        ("text/plain", "TXT 文本", "TXT text"),
        (kinds.PDF, "PDF 文件", "PDF file"),
        (kinds.MAIL, "电子邮件", "E-mail"),
        (kinds.SHEETS, "Excel 表格", "Excel sheets"),
        (kinds.UNKNOWN, "其他文件", "Other file"),
    ],
)
def test_kinds_are_called_what_people_call_them(media_type: str, zh: str, en: str) -> None:
    assert kind_text(load_labels(LABELS, "zh_CN"), media_type) == zh
    assert kind_text(load_labels(LABELS, "en"), media_type) == en


def test_sizes_are_exact_and_said_once_where_they_are_small() -> None:
    assert [exact_size(size) for size in (0, 999, 1000, 12_345_678)] == [
        "0 B",
        "999 B",
        "1.0 KB (1,000 B)",
        "12.3 MB (12,345,678 B)",
    ]
    assert [size_text(size) for size in (999_949, 999_950)] == ["999.9 KB", "1.0 MB"]


def test_a_length_is_never_nothing() -> None:
    assert [length_text(ms) for ms in (1, 59_499, 3_600_000)] == ["0:00:01", "0:00:59", "1:00:00"]

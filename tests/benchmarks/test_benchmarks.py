"""The benchmarks run; their figures are read by people."""

from __future__ import annotations

from tests.benchmarks import (
    bench_attach,
    bench_drops,
    bench_leafing,
    bench_preview,
    bench_reading,
    bench_search,
    bench_start,
)
from tests.media.phone_shots import shots


def test_attach_is_measured() -> None:
    figures = bench_attach.measure(2, 1)
    assert figures["files"] == 2
    assert figures["ratio"] > 0


def test_start_is_measured() -> None:
    figures = bench_start.measure(1)
    assert 0 < figures["painted_s"] <= figures["filled_s"]


def test_reading_is_measured() -> None:
    (shot,) = [one for one in shots() if one.name == "sms-english"]
    figures = bench_reading.measure((shot,))
    assert figures["characters_right_percent"] > 97
    assert figures["first_s"] == figures["median_s"] > 0
    assert figures["peak_mb"] > 100


def test_search_finds_all_that_a_scan_finds() -> None:
    figures = bench_search.measure(400, 5)
    kinds = [one for one in figures.values() if isinstance(one, dict)]
    assert [one["recall"] for one in kinds] == [1.0] * 4
    assert all(0 < one["p50_ms"] <= one["p95_ms"] <= one["max_ms"] for one in kinds)


def test_leafing_is_measured() -> None:
    figures = bench_leafing.measure(4, (800, 600))
    assert figures["pictures"] == 4
    for way in ("at_once", "after_a_look"):
        assert 0 < figures[way]["sharp_p50_ms"] <= figures[way]["sharp_max_ms"]
        assert figures[way]["beats"] > 10
    assert figures["held"]["beats"] > 10
    assert figures["app_mb"] > 50
    assert figures["children_mb"] > 10


def test_drops_are_measured() -> None:
    figures = bench_drops.measure(4)
    assert figures["files"] == 4
    assert figures["beats"] > 10
    assert 0 < figures["plain_s"] < figures["stored_s"] <= figures["settled_s"]


def test_preview_is_measured() -> None:
    figures = bench_preview.measure(12, 2)
    assert figures["pages"] > 12
    for place in ("cover", "chronology", "exhibit"):
        assert 0 < figures[place]["seen_p50_ms"] <= figures[place]["seen_max_ms"] <= figures[place]["made_max_ms"]
        assert figures[place]["beats"] > 10
    assert figures["ratio"] > 1

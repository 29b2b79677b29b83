"""The benchmarks run; their figures are read by people."""

from __future__ import annotations

from tests.benchmarks import bench_attach, bench_start


def test_attach_is_measured() -> None:
    figures = bench_attach.measure(2, 1)
    assert figures["files"] == 2
    assert figures["ratio"] > 0


def test_start_is_measured() -> None:
    figures = bench_start.measure(1)
    assert 0 < figures["painted_s"] <= figures["filled_s"]

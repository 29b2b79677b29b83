"""The benchmark runs and measures what it says."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.bench_dossier import measure


def test_the_benchmark_runs(tmp_path: Path) -> None:
    figures = measure(3, 1, tmp_path)
    assert figures["screenshots"] == 3
    assert isinstance(figures["ratio"], float)
    assert figures["ratio"] > 0
    assert isinstance(figures["dossier_mb"], float)
    assert isinstance(figures["input_mb"], float)
    assert figures["dossier_mb"] < figures["input_mb"] + 2

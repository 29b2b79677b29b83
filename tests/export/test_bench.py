"""The benchmark runs and measures what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.bench_dossier import measure


@pytest.mark.parametrize("kind", ["screenshots", "photos"])
def test_the_benchmark_runs(tmp_path: Path, kind: str) -> None:
    figures = measure(3, 1, tmp_path, kind)
    assert figures[kind] == 3
    assert figures["ratio"] > 0
    assert 50 < figures["dossier_peak_mb"] < 400
    assert 0 <= figures["cancel_max_ms"] < 5_000
    assert figures["dossier_mb"] < figures["input_mb"] + 2

"""Search beside a plain scan of the same texts, in one run: latency of the first 200 hits, and recall; prints JSON."""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from walletcase.bootstrap import build
from walletcase.domain.matching import bare_query, besides, fold
from walletcase.services.facade import Services
from walletcase.storage.opening import open_store

WORDS = (
    "工商银行 数字钱包 打不开 客服 退款 到账 转账 失败 受理 编号 工号 网点 柜台 投诉 答复 承诺 五个工作日 催办 手机号 "
    "验证码 账户 冻结 交易 流水 截图 证据 监管 调解 金融消费者 权益 保护 元 昨天 上午 下午 来电 没有 不能 已经 请 您 "
    "我 的 了 是 在 和 说 App Wallet ICBC error"
)
KINDS = (
    ("value", 5_000, 4),
    ("entry", 20_000, 20),
    ("evidence", 5_000, 6),
    ("letter", 1_000, 250),
    ("words", 19_000, 60),
)
QUERIES = 300
LIMIT = 200


def text(rng: random.Random, words: int) -> str:
    """Return a text of about so many words, with numbers in it."""
    words_known = WORDS.split(" ")
    parts = [rng.choice(words_known) for _ in range(max(1, round(words * rng.uniform(0.5, 1.5))))]
    parts.insert(rng.randrange(len(parts) + 1), str(rng.randrange(10**11)))
    return "".join(part if rng.random() < 0.9 else f"{part}，\n" for part in parts)


def fill(folder: Path, records: int, rng: random.Random) -> dict[tuple[int, str, str], str]:
    """Write texts into a new data folder; return them by case, kind and id."""
    services = build(folder)
    cases = [services.cases.new_case(f"第{n}件 {text(rng, 2)}")[0].id for n in range(max(1, records // 500))]
    services.close()
    made: dict[tuple[int, str, str], str] = {}
    store = open_store(folder)
    with store.write() as unit:
        for kind, share, words in KINDS:
            for n in range(share * records // 50_000):
                case_id, words_made = rng.choice(cases), text(rng, words)
                unit.index.put(case_id, kind, f"b{n}", words_made)
                made[(case_id, kind, f"b{n}")] = words_made
    store.close()
    return made


def queries(texts: Sequence[str], rng: random.Random) -> dict[str, list[str]]:
    """Return random parts of the texts: of Chinese words by length, and of numbers."""
    made: dict[str, list[str]] = {"1 char": [], "2 chars": [], "4 chars": [], "digits": []}
    lengths = {"1 char": 1, "2 chars": 2, "4 chars": 4, "digits": 6}
    for name, length in lengths.items():
        while len(made[name]) < QUERIES:
            source = rng.choice(texts)
            start = rng.randrange(len(source))
            part = source[start : start + length]
            if len(part.strip()) == length and part.isdigit() == (name == "digits"):
                made[name].append(part)
    return made


def scan(parts: dict[tuple[int, str, str], list[str]], query: str) -> set[tuple[int, str, str]]:
    """Look through all texts, folded beforehand, for a query."""
    needle = fold(query)
    bare = bare_query(needle)
    return {key for key, of_text in parts.items() if any(needle in one or (bare and bare in one) for one in of_text)}


def measure(records: int = 50_000, checked: int = 60) -> dict[str, object]:
    """Return milliseconds and ratios by kind of query; ``checked`` queries of each kind are compared hit by hit."""
    rng = random.Random(50_000)
    with tempfile.TemporaryDirectory() as name:
        made = fill(Path(name), records, rng)
        parts = {key: [fold(one), *besides(fold(one))] for key, one in made.items()}
        services = build(Path(name))
        figures = {kind: _kind(services, parts, some, checked) for kind, some in queries([*made.values()], rng).items()}
        services.close()
    return {"records": len(made), **figures}


def _kind(
    services: Services, parts: dict[tuple[int, str, str], list[str]], some: list[str], checked: int
) -> dict[str, float]:
    taken = []
    for query in some:
        start = time.perf_counter()
        services.search.search(query, LIMIT)
        taken.append(time.perf_counter() - start)
    scans, found, there = [], 0, 0
    for query in some[:checked]:
        start = time.perf_counter()
        wanted = scan(parts, query)
        scans.append(time.perf_counter() - start)
        hits = {(int(hit.case_id), hit.kind, hit.item_id) for hit in services.search.search(query, 10**6)}
        got = {hit for hit in hits if hit[2].startswith("b")}
        assert got <= wanted, query
        found, there = found + len(got), there + len(wanted)
    order = sorted(taken)
    scan_ms = 1000 * statistics.median(scans)
    p50 = 1000 * statistics.median(order)
    return {
        "p50_ms": round(p50, 1),
        "p95_ms": round(1000 * order[int(0.95 * len(order)) - 1], 1),
        "max_ms": round(1000 * order[-1], 1),
        "scan_ms": round(scan_ms, 1),
        "ratio_to_scan": round(p50 / scan_ms, 3),
        "recall": found / there,
    }


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    sys.stdout.write(json.dumps(measure(count), indent=1) + "\n")

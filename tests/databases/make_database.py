"""Store a database of the current schema version, once, before that version is released.

Run ``python -m tests.databases.make_database`` from the top folder. What a stored database holds is written beside it
as JSON; every later version must read the same from it.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from tests.storage.samples import dump, fill
from walletcase.storage.opening import open_store
from walletcase.storage.schema import SCHEMA_VERSION

HERE = Path(__file__).parent


def make(target: Path) -> None:
    """Write ``target`` and its JSON; a stored database is never written again."""
    if target.exists():
        raise SystemExit(f"{target.name} is stored already: released versions do not change")
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data")
        fill(store)
        found = json.dumps(dump(store), ensure_ascii=True, indent=1, sort_keys=True)
        target.with_suffix(".json").write_text(found + "\n", encoding="ascii")
        shutil.copyfile(store.path, target)


if __name__ == "__main__":
    make(HERE / f"v{SCHEMA_VERSION}.sqlite3")

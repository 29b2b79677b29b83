"""Make the sample case's evidence files: fictitious, marked 示例, the same bytes each time.

    python resources/packaging/build_sample.py [OUT_DIR]

Needs Pillow and reportlab. case.toml beside the files is written by hand. No picture shows a calendar date: the
sample's days count back from the day on which it is added.
"""

from __future__ import annotations

import sys
from pathlib import Path

import sample_app_screens
import sample_phone_screens
import sample_statement
import sample_ticket

OUT = Path(__file__).resolve().parent.parent / "sample"
SCREENS = {
    "01-open-failed.png": sample_app_screens.open_failed,
    "02-id-check-failed.png": sample_app_screens.check_failed,
    "03-call-log.png": sample_phone_screens.call_log,
    "05-online-submitted.png": sample_app_screens.submitted,
    "06-sms-accepted.png": sample_phone_screens.sms_accepted,
    "07-chat-service.png": sample_app_screens.chat,
    "09-sms-wait.png": sample_phone_screens.sms_wait,
}


def build(out: Path) -> None:
    """Write all files."""
    out.mkdir(parents=True, exist_ok=True)
    for name, draw in SCREENS.items():
        draw().finished().save(out / name, optimize=True)
    sample_ticket.ticket().save(out / "04-branch-ticket.jpg", quality=85)
    sample_statement.statement(out / "08-statement.pdf")
    (out / "10-sms-export.txt").write_bytes(sample_phone_screens.sms_text().encode("utf-8"))
    for path in sorted(out.glob("[0-9]*")):
        sys.stdout.write(f"{path.name}  {path.stat().st_size}\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)

"""Make the sample case's evidence files: fictitious, watermarked 示例, the same bytes each time.

    python resources/packaging/build_sample.py [OUT_DIR]

Needs Pillow and reportlab. case.toml beside the files is written by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

import sample_papers
import sample_screens

OUT = Path(__file__).resolve().parent.parent / "sample"
SCREENS = {
    "01-opening-failed.png": sample_screens.opening_failed,
    "02-identity-failed.png": sample_screens.identity_failed,
    "03-call-log.png": sample_screens.call_log,
    "05-chat.png": sample_screens.chat,
    "06-complaint-submitted.png": sample_screens.complaint_submitted,
    "07-sms-accepted.png": sample_screens.sms_accepted,
}


def build(out: Path) -> None:
    """Write all files."""
    out.mkdir(parents=True, exist_ok=True)
    for name, paint in SCREENS.items():
        paint().save(out / name, optimize=True)
    sample_papers.queue_ticket().save(out / "04-queue-ticket.jpg", quality=84)
    sample_screens.sms_wait().save(out / "08-sms-please-wait.jpg", quality=88)
    sample_papers.statement(out / "09-statement.pdf")
    (out / "10-sms-export.txt").write_bytes(sample_papers.SMS_EXPORT.encode("utf-8"))
    for path in sorted(out.glob("[0-9]*")):
        sys.stdout.write(f"{path.name}  {path.stat().st_size}\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)

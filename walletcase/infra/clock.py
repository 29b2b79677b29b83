"""The only place that asks the machine what time it is."""

from __future__ import annotations

from datetime import datetime


class SystemClock:
    """The machine's clock in its local zone."""

    def now(self) -> datetime:
        """Return the local time with its offset."""
        return datetime.now().astimezone()

    def today(self) -> str:
        """Return the local date, ISO."""
        return self.now().date().isoformat()

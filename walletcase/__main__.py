"""Picks the window or the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_MEDIA_WORKER, _READING_WORKER, _REDACTING_WORKER = "--media-worker", "--reading-worker", "--redacting-worker"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run WalletCase and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [_MEDIA_WORKER]:  # a frozen build has no `python -m`: the child that looks at files starts here
        from walletcase.media import worker

        worker.main()
        return 0
    if given[:1] == [_READING_WORKER]:
        from walletcase.media import reading_worker

        return reading_worker.main()
    if given[:1] == [_REDACTING_WORKER]:
        from walletcase.media import redacting_worker

        return redacting_worker.main()
    from walletcase.cli.options import wants_command
    from walletcase.infra import preflight

    has_command = wants_command(given)
    problems = preflight.look(window=not has_command)
    if problems:
        preflight.tell(problems)
        return 3
    if has_command:
        from walletcase.cli import run

        return run.main(given)
    from walletcase.app import main as open_window

    return open_window(given)


if __name__ == "__main__":
    sys.exit(main())

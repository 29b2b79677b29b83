"""Double-click this file to start WalletCase. If something is missing, it says what and the command that brings it."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

if __name__ == "__main__":
    # Written so that an old Python can read it too: preflight is what tells its owner that it is too old.
    from walletcase.infra import preflight

    problems = preflight.old_python()
    if problems:
        preflight.tell(problems)
        sys.exit(3)

    from walletcase.__main__ import main

    sys.exit(main())

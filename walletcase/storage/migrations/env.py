"""What Alembic runs: the revisions on the connection, and inside the transaction, that running.migrate hands over."""

from __future__ import annotations

from alembic import context


def run() -> None:
    """Run the revisions."""
    context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file; importing it does nothing
    run()

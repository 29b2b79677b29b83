"""Schema changes, one file a version, run by Alembic. They are frozen: none imports the live tables."""

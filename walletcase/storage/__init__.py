"""The only home of SQLAlchemy: tables, repositories, unit of work, migrations, and the vault of evidence files."""

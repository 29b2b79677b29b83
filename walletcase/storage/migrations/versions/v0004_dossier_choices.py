"""What a person chose for each reader of a case's dossier."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make version 4 of version 3."""
    op.execute(
        """
        CREATE TABLE dossier_choices (
            case_id INTEGER NOT NULL,
            audience TEXT NOT NULL,
            content TEXT NOT NULL,
            CONSTRAINT pk_dossier_choices PRIMARY KEY (case_id, audience),
            CONSTRAINT fk_dossier_choices_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
        )
        """
    )

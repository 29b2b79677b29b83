"""Words on pages, marks, links to demands, time stamps; where evidence came from and what it was made of."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NEW_COLUMNS = (
    "ALTER TABLE evidence ADD COLUMN group_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE evidence ADD COLUMN parent_id INTEGER",
    "ALTER TABLE evidence ADD COLUMN kin TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE evidence ADD COLUMN origin TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE evidence ADD COLUMN duration_ms INTEGER",
    "ALTER TABLE evidence ADD COLUMN says TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE evidence ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''",
)
_NEW_TABLES = (
    """
    CREATE TABLE page_texts (
        evidence_id INTEGER NOT NULL,
        page_no INTEGER NOT NULL,
        source TEXT NOT NULL,
        engine TEXT NOT NULL,
        lines TEXT NOT NULL,
        made_at TEXT NOT NULL,
        CONSTRAINT pk_page_texts PRIMARY KEY (evidence_id, page_no),
        CONSTRAINT ck_page_texts_page_no CHECK (page_no >= 0),
        CONSTRAINT fk_page_texts_evidence_id_evidence FOREIGN KEY(evidence_id)
            REFERENCES evidence (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE corrected_texts (
        evidence_id INTEGER NOT NULL,
        page_no INTEGER NOT NULL,
        body TEXT NOT NULL,
        CONSTRAINT pk_corrected_texts PRIMARY KEY (evidence_id, page_no),
        CONSTRAINT fk_corrected_texts_evidence_id_evidence FOREIGN KEY(evidence_id)
            REFERENCES evidence (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE marks (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        evidence_id INTEGER NOT NULL,
        page_no INTEGER NOT NULL,
        kind TEXT NOT NULL,
        from_x INTEGER NOT NULL,
        from_y INTEGER NOT NULL,
        to_x INTEGER NOT NULL,
        to_y INTEGER NOT NULL,
        body TEXT NOT NULL,
        trashed_at TEXT NOT NULL,
        CONSTRAINT fk_marks_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE,
        CONSTRAINT fk_marks_evidence_id_evidence FOREIGN KEY(evidence_id)
            REFERENCES evidence (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_marks_evidence_id ON marks (evidence_id)",
    "CREATE INDEX ix_marks_case_id ON marks (case_id)",
    """
    CREATE TABLE demand_evidence (
        case_id INTEGER NOT NULL,
        demand_key TEXT NOT NULL,
        position INTEGER NOT NULL,
        evidence_id INTEGER NOT NULL,
        CONSTRAINT pk_demand_evidence PRIMARY KEY (case_id, demand_key, position),
        CONSTRAINT fk_demand_evidence_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE,
        CONSTRAINT fk_demand_evidence_evidence_id_evidence FOREIGN KEY(evidence_id)
            REFERENCES evidence (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_demand_evidence_evidence_id ON demand_evidence (evidence_id)",
    """
    CREATE TABLE time_stamps (
        id INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        journal_seq INTEGER NOT NULL,
        imprint TEXT NOT NULL,
        request BLOB NOT NULL,
        answer BLOB NOT NULL,
        roots BLOB NOT NULL,
        stamped_at TEXT NOT NULL,
        authority TEXT NOT NULL,
        CONSTRAINT pk_time_stamps PRIMARY KEY (id)
    )
    """,
)

# More is found, and found in other ways: the index is made anew from the cases when the data is next opened.
_EMPTY_INDEX = (
    "INSERT INTO search_index(search_index) VALUES ('delete-all')",
    "DELETE FROM search_texts",
)


def upgrade() -> None:
    """Make version 3 of version 2."""
    for statement in (*_NEW_COLUMNS, *_NEW_TABLES, *_EMPTY_INDEX):
        op.execute(statement)

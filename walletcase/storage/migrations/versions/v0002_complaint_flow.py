"""Rules and years, words on deadlines, offers, claims, letters, reminders; promises and what became of them."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NEW_COLUMNS = (
    "ALTER TABLE cases ADD COLUMN rules_revision INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN late_after TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN own_on TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN own_step TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN chase_after TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN last_claim_seq INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN last_letter_seq INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE timeline_entries ADD COLUMN promise TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE timeline_entries ADD COLUMN promise_state TEXT NOT NULL DEFAULT 'open'",
    "ALTER TABLE timeline_entries ADD COLUMN promise_settled_on TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE timeline_entries ADD COLUMN promise_note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE timeline_entries ADD COLUMN promise_renewed_by INTEGER",
)
_NEW_TABLES = (
    """
    CREATE TABLE rule_revisions (
        id INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        note TEXT NOT NULL,
        content TEXT NOT NULL,
        CONSTRAINT pk_rule_revisions PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE calendar_years (
        year INTEGER NOT NULL,
        days_off TEXT NOT NULL,
        working_days TEXT NOT NULL,
        source TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        CONSTRAINT pk_calendar_years PRIMARY KEY (year)
    )
    """,
    """
    CREATE TABLE deadline_changes (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        deadline_key TEXT NOT NULL,
        kind TEXT NOT NULL,
        since TEXT NOT NULL,
        until TEXT NOT NULL,
        limit_key TEXT NOT NULL,
        note TEXT NOT NULL,
        made_at TEXT NOT NULL,
        trashed_at TEXT NOT NULL,
        CONSTRAINT fk_deadline_changes_case_id_cases FOREIGN KEY(case_id)
            REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_deadline_changes_case_id ON deadline_changes (case_id)",
    """
    CREATE TABLE offers (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        demand_key TEXT NOT NULL,
        made_on TEXT NOT NULL,
        body TEXT NOT NULL,
        amount TEXT NOT NULL,
        state TEXT NOT NULL,
        entry_id INTEGER,
        trashed_at TEXT NOT NULL,
        CONSTRAINT fk_offers_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE,
        CONSTRAINT fk_offers_entry_id_timeline_entries FOREIGN KEY(entry_id) REFERENCES timeline_entries (id)
    )
    """,
    "CREATE INDEX ix_offers_case_id ON offers (case_id)",
    "CREATE INDEX ix_offers_entry_id ON offers (entry_id)",
    """
    CREATE TABLE claims (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        body TEXT NOT NULL,
        happened_on TEXT NOT NULL,
        amount TEXT NOT NULL,
        trashed_at TEXT NOT NULL,
        CONSTRAINT uq_claims_case_id_seq UNIQUE (case_id, seq),
        CONSTRAINT ck_claims_seq CHECK (seq >= 1),
        CONSTRAINT fk_claims_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE claim_evidence (
        claim_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        evidence_id INTEGER NOT NULL,
        CONSTRAINT pk_claim_evidence PRIMARY KEY (claim_id, position),
        CONSTRAINT uq_claim_evidence_claim_id_evidence_id UNIQUE (claim_id, evidence_id),
        CONSTRAINT fk_claim_evidence_claim_id_claims FOREIGN KEY(claim_id)
            REFERENCES claims (id) ON DELETE CASCADE,
        CONSTRAINT fk_claim_evidence_evidence_id_evidence FOREIGN KEY(evidence_id)
            REFERENCES evidence (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_claim_evidence_evidence_id ON claim_evidence (evidence_id)",
    """
    CREATE TABLE letters (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        door TEXT NOT NULL,
        body TEXT NOT NULL,
        composed_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        sent_via TEXT NOT NULL,
        sent_sha256 TEXT NOT NULL,
        entry_id INTEGER,
        trashed_at TEXT NOT NULL,
        CONSTRAINT uq_letters_case_id_seq UNIQUE (case_id, seq),
        CONSTRAINT ck_letters_seq CHECK (seq >= 1),
        CONSTRAINT fk_letters_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE,
        CONSTRAINT fk_letters_entry_id_timeline_entries FOREIGN KEY(entry_id) REFERENCES timeline_entries (id)
    )
    """,
    "CREATE INDEX ix_letters_entry_id ON letters (entry_id)",
    """
    CREATE TABLE reminders (
        case_id INTEGER NOT NULL,
        key TEXT NOT NULL,
        kind TEXT NOT NULL,
        due_on TEXT NOT NULL,
        late_after TEXT NOT NULL,
        name TEXT NOT NULL,
        step_key TEXT NOT NULL,
        item TEXT NOT NULL,
        estimated BOOLEAN NOT NULL,
        CONSTRAINT pk_reminders PRIMARY KEY (case_id, key),
        CONSTRAINT fk_reminders_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE snoozes (
        case_id INTEGER NOT NULL,
        key TEXT NOT NULL,
        until TEXT NOT NULL,
        CONSTRAINT pk_snoozes PRIMARY KEY (case_id, key),
        CONSTRAINT fk_snoozes_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
)
_GUARDS = (
    "CREATE TRIGGER rules_keep_revisions BEFORE DELETE ON rule_revisions "
    "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END",
    "CREATE TRIGGER rules_keep_content BEFORE UPDATE ON rule_revisions "
    "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END",
    "CREATE TRIGGER rules_only_grow BEFORE INSERT ON rule_revisions "
    "WHEN EXISTS (SELECT 1 FROM rule_revisions WHERE id >= NEW.id) "
    "BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END",
)


def upgrade() -> None:
    """Make version 2 of version 1."""
    for statement in (*_NEW_COLUMNS, *_NEW_TABLES, *_GUARDS):
        op.execute(statement)

"""The first schema."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE cases (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL,
        title TEXT NOT NULL,
        playbook_key TEXT NOT NULL,
        playbook_version INTEGER NOT NULL,
        status TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        is_sample BOOLEAN NOT NULL,
        trashed_at TEXT NOT NULL,
        institution TEXT NOT NULL,
        follows TEXT NOT NULL,
        chase_step TEXT NOT NULL,
        awaited_on TEXT NOT NULL,
        remind_on TEXT NOT NULL,
        evidence_count INTEGER NOT NULL,
        last_entry_seq INTEGER NOT NULL,
        last_exhibit_no INTEGER NOT NULL,
        CONSTRAINT uq_cases_number UNIQUE (number),
        CONSTRAINT ck_cases_number CHECK (length(number) > 0)
    )
    """,
    """
    CREATE TABLE journal (
        seq INTEGER NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        case_number TEXT NOT NULL,
        detail TEXT NOT NULL,
        hash VARCHAR(64) NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (seq)
    )
    """,
    """
    CREATE TABLE counters (
        name TEXT NOT NULL,
        value INTEGER NOT NULL,
        CONSTRAINT pk_counters PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE case_tags (
        case_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        CONSTRAINT pk_case_tags PRIMARY KEY (case_id, position),
        CONSTRAINT uq_case_tags_case_id_tag UNIQUE (case_id, tag),
        CONSTRAINT fk_case_tags_case_id_cases FOREIGN KEY(case_id)
            REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE step_records (
        case_id INTEGER NOT NULL,
        step_key TEXT NOT NULL,
        state TEXT NOT NULL,
        round INTEGER NOT NULL,
        reason TEXT NOT NULL,
        outcome TEXT NOT NULL,
        settled_at TEXT NOT NULL,
        settled_order INTEGER NOT NULL,
        CONSTRAINT pk_step_records PRIMARY KEY (case_id, step_key),
        CONSTRAINT ck_step_records_round CHECK (round >= 1),
        CONSTRAINT fk_step_records_case_id_cases FOREIGN KEY(case_id)
            REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE settled_rounds (
        case_id INTEGER NOT NULL,
        step_key TEXT NOT NULL,
        round INTEGER NOT NULL,
        state TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        settled_at TEXT NOT NULL,
        CONSTRAINT pk_settled_rounds PRIMARY KEY (case_id, step_key, round),
        CONSTRAINT ck_settled_rounds_round CHECK (round >= 1),
        CONSTRAINT fk_settled_rounds_case_id_cases FOREIGN KEY(case_id)
            REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE field_values (
        case_id INTEGER NOT NULL,
        field_key TEXT NOT NULL,
        round INTEGER NOT NULL,
        body TEXT NOT NULL,
        CONSTRAINT pk_field_values PRIMARY KEY (case_id, field_key, round),
        CONSTRAINT ck_field_values_round CHECK (round >= 1),
        CONSTRAINT fk_field_values_case_id_cases FOREIGN KEY(case_id)
            REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE ticks (
        case_id INTEGER NOT NULL,
        step_key TEXT NOT NULL,
        item_key TEXT NOT NULL,
        CONSTRAINT pk_ticks PRIMARY KEY (case_id, step_key, item_key),
        CONSTRAINT fk_ticks_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE evidence (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        exhibit_no INTEGER NOT NULL,
        title TEXT NOT NULL,
        proves TEXT NOT NULL,
        source TEXT NOT NULL,
        made_on TEXT NOT NULL,
        copy_kind TEXT NOT NULL,
        original_name TEXT NOT NULL,
        added_at TEXT NOT NULL,
        sha256 VARCHAR(64) NOT NULL,
        size_bytes INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        width_px INTEGER,
        height_px INTEGER,
        pages INTEGER,
        media_made_at TEXT NOT NULL,
        media_note TEXT NOT NULL,
        step_key TEXT NOT NULL,
        duplicate_of INTEGER,
        trashed_at TEXT NOT NULL,
        CONSTRAINT uq_evidence_case_id_exhibit_no UNIQUE (case_id, exhibit_no),
        CONSTRAINT ck_evidence_exhibit_no CHECK (exhibit_no >= 1),
        CONSTRAINT ck_evidence_sha256 CHECK (length(sha256) = 64),
        CONSTRAINT ck_evidence_size_bytes CHECK (size_bytes >= 0),
        CONSTRAINT fk_evidence_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_evidence_sha256 ON evidence (sha256)",
    """
    CREATE TABLE timeline_entries (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        occurred_at TEXT NOT NULL,
        summary TEXT NOT NULL,
        kind TEXT NOT NULL,
        channel TEXT NOT NULL,
        counterpart TEXT NOT NULL,
        reference TEXT NOT NULL,
        promised_by TEXT NOT NULL,
        is_answer BOOLEAN NOT NULL,
        step_key TEXT NOT NULL,
        step_round INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        edited_at TEXT NOT NULL,
        trashed_at TEXT NOT NULL,
        CONSTRAINT uq_timeline_entries_case_id_seq UNIQUE (case_id, seq),
        CONSTRAINT ck_timeline_entries_seq CHECK (seq >= 1),
        CONSTRAINT fk_timeline_entries_case_id_cases FOREIGN KEY(case_id)
            REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE search_texts (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        item_id TEXT NOT NULL,
        body TEXT NOT NULL,
        folded TEXT NOT NULL,
        CONSTRAINT uq_search_texts_case_id_kind_item_id UNIQUE (case_id, kind, item_id),
        CONSTRAINT fk_search_texts_case_id_cases FOREIGN KEY(case_id)
            REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE entry_evidence (
        entry_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        evidence_id INTEGER NOT NULL,
        CONSTRAINT pk_entry_evidence PRIMARY KEY (entry_id, position),
        CONSTRAINT uq_entry_evidence_entry_id_evidence_id UNIQUE (entry_id, evidence_id),
        CONSTRAINT fk_entry_evidence_entry_id_timeline_entries FOREIGN KEY(entry_id)
            REFERENCES timeline_entries (id) ON DELETE CASCADE,
        CONSTRAINT fk_entry_evidence_evidence_id_evidence FOREIGN KEY(evidence_id)
            REFERENCES evidence (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_entry_evidence_evidence_id ON entry_evidence (evidence_id)",
    "CREATE VIRTUAL TABLE search_index USING fts5(body, content='', tokenize='ascii')",
    "CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal "
    "WHEN EXISTS (SELECT 1 FROM journal WHERE seq >= NEW.seq) "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)


def upgrade() -> None:
    """Make the tables of version 1."""
    for statement in _STATEMENTS:
        op.execute(statement)

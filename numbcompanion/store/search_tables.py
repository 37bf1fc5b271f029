"""The tables of full-text search and what keeps them in step with the journal."""

# Full-text search: words (diacritics folded) first, three-letter runs beside it for scripts without spaces.
SEARCH_STATEMENTS = (
    "CREATE VIRTUAL TABLE entries_words USING fts5(title, body, content='entries', content_rowid='number',"
    " tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')",
    "CREATE VIRTUAL TABLE entries_runs USING fts5(title, body, content='entries', content_rowid='number',"
    " tokenize='trigram')",
    "CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN"
    " INSERT INTO entries_words(rowid, title, body) VALUES (new.number, new.title, new.body);"
    " INSERT INTO entries_runs(rowid, title, body) VALUES (new.number, new.title, new.body); END",
    "CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN"
    " INSERT INTO entries_words(entries_words, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body);"
    " INSERT INTO entries_runs(entries_runs, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body); END",
    "CREATE TRIGGER entries_edited AFTER UPDATE OF title, body ON entries BEGIN"
    " INSERT INTO entries_words(entries_words, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body);"
    " INSERT INTO entries_words(rowid, title, body) VALUES (new.number, new.title, new.body);"
    " INSERT INTO entries_runs(entries_runs, rowid, title, body)"
    " VALUES ('delete', old.number, old.title, old.body);"
    " INSERT INTO entries_runs(rowid, title, body) VALUES (new.number, new.title, new.body); END",
)

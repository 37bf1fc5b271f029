"""How entries are found: an index of words first, an index of letter runs and plain comparison where words fail."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from numbcompanion.journal.query import Query, Term
from numbcompanion.journal.records import EntryLine, Hit, Marked
from numbcompanion.store import entries as rows_of_entries

_SHORTEST_RUN = 3
_TITLE_WEIGHT = 4.0
_RECENT_WEIGHT = 0.3  # the newest page counts this much more than what is long past
_RECENT_PAGES = 60  # after so many newer pages half of that is left
_ROOM = 32  # pages in the trash are found too, and left out afterwards
_EXCERPT_LENGTH = 140
_LEAD = 36  # characters shown before the first find
_OPEN, _CLOSE = "\x02", "\x03"  # never in an entry: text is cleaned before it is kept

# Recent is a matter of the row's number: to look at the moment of every page found would cost ten times the search.
_ORDER_BY_WORTH = (
    f"ORDER BY bm25(entries_words, {_TITLE_WEIGHT}, 1.0) * (1.0 + {_RECENT_WEIGHT} /"
    f" (1.0 + ((SELECT max(number) FROM entries) - entries_words.rowid) / {_RECENT_PAGES}.0)), entries_words.rowid DESC"
)
_EXCERPTS = (
    "SELECT rowid AS number, snippet(entries_words, 0, char(2), char(3), '…', 40) AS title,"
    " snippet(entries_words, 1, char(2), char(3), '…', 20) AS body"
    " FROM entries_words WHERE entries_words MATCH :words AND rowid IN ({numbers})"
)


@dataclass
class _Conditions:
    """What else a page has to have, and what that binds."""

    sql: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    def add_run(self, term: Term) -> None:
        """Ask for (or leave out) pages that hold the signs of `term` anywhere."""
        ways = [self._run(spelling) for spelling in term.spellings]
        negation = "NOT " if term.without else ""
        self.sql.append(f"{negation}({' OR '.join(ways)})")

    def _run(self, run: str) -> str:
        name = f"run{len(self.values)}"
        if len(run) >= _SHORTEST_RUN:
            self.values[name] = _quoted(run)
            return f"e.number IN (SELECT rowid FROM entries_runs WHERE entries_runs MATCH :{name})"
        self.values[name] = "%" + re.sub(r"([\\%_])", r"\\\1", run) + "%"
        return f"e.title LIKE :{name} ESCAPE '\\' OR e.body LIKE :{name} ESCAPE '\\'"


def search(connection: Connection, query: Query, limit: int) -> list[Hit]:
    """Return up to `limit` hits, best first; never an error, whatever was typed."""
    if not query.wanted:
        return []
    if any(term.is_words for term in query.wanted):
        hits = _by_words(connection, query, limit)
        if hits:
            return hits
    return _by_runs(connection, query, limit)


def _by_words(connection: Connection, query: Query, limit: int) -> list[Hit]:
    words = _words_expression(query)
    asked = limit + _ROOM
    while True:
        numbers = _numbers_by_words(connection, query, words, asked)
        lines = rows_of_entries.lines_by_number(connection, numbers)
        seen = [lines[number] for number in numbers if number in lines][:limit]
        if len(seen) == limit or len(numbers) < asked:
            return _hits_by_words(connection, seen, words)
        asked *= 4


def _numbers_by_words(connection: Connection, query: Query, words: str, limit: int) -> list[int]:
    where = _Conditions(values={"words": words, "limit": limit})
    for term in query.terms:
        if not term.is_words:
            where.add_run(term)
    source = "entries_words"
    if where.sql:
        source += " JOIN entries e ON e.number = entries_words.rowid"
    also = "".join(f" AND {condition}" for condition in where.sql)
    found = connection.execute(
        text(
            f"SELECT entries_words.rowid AS number FROM {source}"
            f" WHERE entries_words MATCH :words{also} {_ORDER_BY_WORTH} LIMIT :limit"
        ),
        where.values,
    )
    return [row.number for row in found]


def _hits_by_words(connection: Connection, lines: list[EntryLine], words: str) -> list[Hit]:
    if not lines:
        return []
    numbers = ",".join(str(line.number) for line in lines)
    found = connection.execute(text(_EXCERPTS.format(numbers=numbers)), {"words": words})
    excerpts = {row.number: (row.title, row.body) for row in found}
    hits = []
    for line in lines:
        title, body = excerpts[line.number]
        hits.append(Hit(line, _marked(title) if title.strip() else Marked(line.headline), _marked(body)))
    return hits


def _by_runs(connection: Connection, query: Query, limit: int) -> list[Hit]:
    where = _Conditions(values={"limit": limit})
    for term in query.terms:
        where.add_run(term)
    found = connection.execute(
        text(
            f"SELECT e.number, e.title, e.body FROM entries e WHERE e.deleted IS NULL AND {' AND '.join(where.sql)}"
            " ORDER BY e.local_date DESC, e.at DESC LIMIT :limit"
        ),
        where.values,
    )
    spellings = [re.escape(spelling) for term in query.wanted for spelling in term.spellings]
    pattern = re.compile("|".join(sorted(spellings, key=len, reverse=True)), re.IGNORECASE)
    excerpts = {row.number: (_marked_by(pattern, row.title), _marked_by(pattern, row.body)) for row in found}
    lines = rows_of_entries.lines_by_number(connection, list(excerpts))
    return [
        Hit(lines[number], title if title.text else Marked(lines[number].headline), body)
        for number, (title, body) in excerpts.items()
    ]


def _words_expression(query: Query) -> str:
    wanted = " AND ".join(_any_spelling(term) for term in query.wanted if term.is_words)
    unwanted = [_any_spelling(term) for term in query.unwanted if term.is_words]
    return f"({wanted}) NOT ({' OR '.join(unwanted)})" if unwanted else wanted


def _any_spelling(term: Term) -> str:
    star = " *" if term.beginning else ""
    return "(" + " OR ".join(_quoted(spelling) + star for spelling in term.spellings) + ")"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _marked_by(pattern: re.Pattern[str], whole: str) -> Marked:
    first = pattern.search(whole)
    start = max(0, first.start() - _LEAD) if first else 0
    piece = whole[start : start + 2 * _EXCERPT_LENGTH]
    marked = pattern.sub(lambda found: _OPEN + found.group() + _CLOSE, piece)
    before = "…" if start else ""
    after = "…" if start + len(piece) < len(whole) else ""
    return _marked(before + marked + after)


def _marked(snippet: str) -> Marked:
    """Turn a snippet with marks inside into one line of text with ranges, cut to length around the first find."""
    signs: list[str] = []
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    for sign in _nearby(snippet):
        if sign == _OPEN:
            opened = len(signs)
        elif sign == _CLOSE:
            if opened is not None and opened < len(signs):
                ranges.append((opened, len(signs)))
            opened = None
        elif not sign.isspace():
            signs.append(sign)
        elif signs and signs[-1] != " ":
            signs.append(" ")
    if opened is not None and opened < len(signs):
        ranges.append((opened, len(signs)))
    return Marked("".join(signs), tuple(ranges))


def _nearby(snippet: str) -> Iterable[str]:
    start = max(0, snippet.find(_OPEN) - _LEAD * 2) if len(snippet) > _EXCERPT_LENGTH * 2 else 0
    piece = snippet[start : start + _EXCERPT_LENGTH * 2]
    return ("…" if start else "") + piece

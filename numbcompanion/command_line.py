"""The command line: what can be asked for without a window, and how it is asked for."""

import argparse
import json
from collections.abc import Callable
from datetime import datetime
from typing import NoReturn

from numbcompanion import __version__
from numbcompanion.errors import UsageError
from numbcompanion.translation import tr

FINE, FAILED, WRONG_USAGE = 0, 1, 2
UNKNOWN_DEPTH = "unknown"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = _Parser(prog="numbcompanion", description=tr("A companion for feeling numb. Opens the window."))
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--data-dir", metavar="DIR", help=tr("the folder of the home"))
    parser.add_argument("--hidden", action="store_true", help=tr("start in the tray"))
    parser.add_argument("--demo", action="store_true", help=tr("open a made-up home that is gone afterwards"))
    parser.add_argument("--tour", metavar="DIR", help=tr("draw every page into DIR, without a screen"))
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    check_in = commands.add_parser("check-in", help=tr("keep a check-in"))
    check_in.add_argument("--depth", required=True, help=tr("how much can be felt: 0 to 10, or “unknown”"))
    check_in.add_argument("--words", default="", help=tr("up to three words, with commas between"))
    check_in.add_argument("--note", default="", help=tr("a line of your own"))
    check_in.add_argument("--at", help=tr("when it was, as 2026-11-23T19:42 (your own time) or with an offset"))
    status = commands.add_parser("status", help=tr("say what is in the home"))
    for command in (check_in, status):
        command.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    status.add_argument("--json", action="store_true", help=tr("as JSON"))
    return parser


def command(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what carries out the command `name`."""
    return {"check-in": _check_in, "status": _status}[name]


def _check_in(options: argparse.Namespace) -> int:
    from numbcompanion.checkins.records import CheckInDraft, Source
    from numbcompanion.companion import Companion
    from numbcompanion.paths import Home

    companion = Companion(Home.chosen(options.data_dir))
    draft = CheckInDraft(
        depth=_depth(options.depth),
        words=tuple(word for word in options.words.split(",") if word.strip()),
        note=options.note,
        source=Source.COMMAND,
        at=_instant(options.at, companion.clock.zone_name()),
    )
    companion.open()
    try:
        companion.checkins.save(draft)
    finally:
        companion.close()
    print(tr("Kept."))
    return FINE


def _depth(text: str) -> int | None:
    if text.strip().lower() == UNKNOWN_DEPTH:
        return None
    if text.strip().isascii() and text.strip().isdigit() and 0 <= int(text) <= 10:
        return int(text)
    raise UsageError(
        tr("--depth takes a whole number from 0 to 10, or “unknown”; not “{text}”.").format(text=text[:40])
    )


def _instant(text: str | None, zone_name: str) -> datetime | None:
    from numbcompanion.clock import zone

    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            tr("--at takes a time such as 2026-11-23T19:42; not “{text}”.").format(text=text[:40])
        ) from None
    return at if at.tzinfo is not None else at.replace(tzinfo=zone(zone_name))


def _status(options: argparse.Namespace) -> int:
    from numbcompanion.companion import Companion
    from numbcompanion.paths import Home
    from numbcompanion.status import status

    companion = Companion(Home.chosen(options.data_dir))
    companion.open()
    try:
        found = status(companion)
    finally:
        companion.close()
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
        return FINE
    counts = found["counts"]
    print(
        tr("{home}: {checkins} check-ins, {entries} journal entries, {sessions} practices, encrypted.").format(
            home=found["home"], **counts
        )
    )
    return FINE

"""The command line: what can be asked for without a window, and how it is asked for."""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from typing import NoReturn

from numbcompanion import __version__
from numbcompanion.checkins.arguments import add_arguments, around, read
from numbcompanion.translation import tr

FINE, FAILED, WRONG_USAGE = 0, 1, 2


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
    add_arguments(check_in)
    status = commands.add_parser("status", help=tr("say what is in the home"))
    for command in (check_in, status):
        command.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    status.add_argument("--json", action="store_true", help=tr("as JSON"))
    return parser


def command(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what carries out the command `name`."""
    return {"check-in": _check_in, "status": _status}[name]


def _check_in(options: argparse.Namespace) -> int:
    from numbcompanion.checkins.drafts import checked
    from numbcompanion.checkins.tags import tidy_name
    from numbcompanion.companion import Companion
    from numbcompanion.paths import Home

    companion = Companion(Home.chosen(options.data_dir))
    typed = read(options, companion.clock.zone_name())
    draft = checked(typed.draft, companion.clock.now(), {})  # before a tag is made for it
    names = [tidy_name(name) for name, _amount in typed.tags]
    companion.open()
    try:
        tags = companion.tags.named(names) if names else []
        slept = None if typed.sleep_hours is None else companion.tags.hours_slept().id
        companion.checkins.save(replace(draft, around=around(typed, [tag.id for tag in tags], slept)))
    finally:
        companion.close()
    print(tr("Kept."))
    return FINE


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
        tr(
            "{home}: {checkins} check-ins, {glimmers} glimmers, {markers} markers, {entries} journal entries, "
            "{sessions} practices, encrypted."
        ).format(home=found["home"], **counts)
    )
    return FINE

"""The start: opens the window, or hands over to the command line. The one bridge from the core to `ui`."""

import os
import sys
from collections.abc import Sequence

from numbcompanion.errors import CompanionError, UsageError
from numbcompanion.translation import tr

FINE, FAILED, WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code: 0 fine, 1 failed (one sentence on stderr), 2 wrong usage."""
    if os.name == "posix":
        os.umask(0o077)
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(given)
    except UsageError as error:
        return _said(error, WRONG_USAGE)
    except CompanionError as error:
        return _said(error, FAILED)
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED
    except Exception as error:
        _log_failure(given)
        text = tr("Something went wrong inside the companion ({kind}). What was saved before is safe.")
        return _said(CompanionError(text.format(kind=type(error).__name__)), FAILED)


def _run(given: Sequence[str]) -> int:
    if not given:  # the usual start does not wait for a parser
        from ui.app import run

        return run()
    from numbcompanion.command_line import command, parser

    options = parser().parse_args(given)
    if options.command is not None:
        return command(options.command)(options)
    from ui.app import run, tour

    if options.tour is not None:
        return tour(options.tour)
    return run(data_dir=options.data_dir, hidden=options.hidden, demo=options.demo)


def _said(error: CompanionError, code: int) -> int:
    print(str(error), file=sys.stderr)
    return code


def _log_failure(given: Sequence[str]) -> None:
    import logging

    from numbcompanion import logs
    from numbcompanion.paths import Home

    logs.start(Home.chosen(_data_dir(given)))
    logging.getLogger("numbcompanion").exception("the program failed")


def _data_dir(given: Sequence[str]) -> str | None:
    for word, following in zip(given, [*given[1:], None], strict=True):
        if word == "--data-dir":
            return following
        if word.startswith("--data-dir="):
            return word.partition("=")[2]
    return None


if __name__ == "__main__":
    sys.exit(main())

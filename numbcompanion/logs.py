"""The program's log: a small rotating file in the home, with nothing the person wrote in it."""

import logging
import logging.handlers
import traceback
from types import TracebackType

from numbcompanion.paths import Home

_LIMIT_BYTES = 256 * 1024


class _Discreet(logging.Formatter):
    """Tells what broke and where, never in the exception's own words: those may hold what the person wrote."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        told, error = [], ei[1]
        while error is not None:
            told.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__name__)
            error = error.__cause__ or error.__context__
        return "\n".join(told)


def start(home: Home) -> None:
    """Send the companion's own log to the home; a folder that takes no file means no log, not an error."""
    logger = logging.getLogger("numbcompanion")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
    try:
        handler = logging.handlers.RotatingFileHandler(
            home.log_file, maxBytes=_LIMIT_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logging.raiseExceptions = False

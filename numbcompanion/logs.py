"""The program's log: a small rotating file in the home, with nothing the person wrote in it."""

import logging
import logging.handlers

from numbcompanion.paths import Home

_LIMIT_BYTES = 256 * 1024


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
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logging.raiseExceptions = False

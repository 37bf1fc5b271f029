"""Which schema a file has, and how it gets to ours: made new, brought up, or refused when it is newer."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, text

from numbcompanion.errors import StoreTooNew
from numbcompanion.store import revision
from numbcompanion.store.connection import IMMEDIATE
from numbcompanion.store.search_tables import SEARCH_STATEMENTS
from numbcompanion.store.tables import metadata
from numbcompanion.translation import tr

MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(engine: Engine) -> str | None:
    """Return the revision of the file, or None for a file with no tables yet."""
    with engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if not tables:
            return None
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def prepare(engine: Engine, copy_first: Callable[[], object]) -> None:
    """Make or bring up the schema; `copy_first` copies the file before it changes. Raises StoreTooNew."""
    found = revision_of(engine)
    if found == revision.REVISION:
        return
    if found is None:
        _make(engine)
    elif int(found) > int(revision.REVISION):
        raise StoreTooNew(
            tr(
                "This home was last used by a newer version of the companion (its store is version {found}, "
                "this program knows {known}). Nothing was changed. Use the newer version to open it."
            ).format(found=int(found), known=int(revision.REVISION))
        )
    else:
        copy_first()
        upgrade(engine)


def _make(engine: Engine) -> None:
    with engine.connect().execution_options(**{IMMEDIATE: True}) as connection, connection.begin():
        # Two first starts at the same moment: the second one finds the tables of the first.
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            return
        metadata.create_all(connection)
        for statement in SEARCH_STATEMENTS:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision.REVISION})


def upgrade(engine: Engine, target: str = "head", more_versions: Path | None = None) -> None:
    """Run the Alembic migrations up to `target` in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    if more_versions is not None:
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", f"{MIGRATIONS / 'versions'}\n{more_versions}")
    with engine.connect().execution_options(**{IMMEDIATE: True}) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, target)

"""Where the home is and what lies where in it."""

import os
from dataclasses import dataclass
from pathlib import Path

from numbcompanion.errors import HomeNotWritable
from numbcompanion.translation import tr

APPLICATION = "numb-companion"
HOME_VARIABLE = "NUMBCOMPANION_HOME"
_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600


@dataclass(frozen=True)
class Home:
    """One person's folder: the encrypted store, its key slots, its copies and the settings.

    `key_folder` lies outside the home on purpose: a copy of the home alone does not open.
    """

    folder: Path
    key_folder: Path

    @classmethod
    def chosen(cls, data_dir: str | None = None) -> "Home":
        """Return the home in `data_dir`, else in $NUMBCOMPANION_HOME, else in the platform's data folder."""
        import platformdirs

        given = data_dir or os.environ.get(HOME_VARIABLE)
        folder = Path(given).expanduser() if given else Path(platformdirs.user_data_dir(APPLICATION, False))
        keys = Path(platformdirs.user_config_dir(APPLICATION, False)) / "keys"
        return cls(folder.absolute(), keys)

    @property
    def store_file(self) -> Path:
        """The encrypted database."""
        return self.folder / "companion.db"

    @property
    def keys_file(self) -> Path:
        """The slots that wrap the data key."""
        return self.folder / "keys.json"

    @property
    def settings_file(self) -> Path:
        """The preferences, plain JSON; nothing the person wrote is in it."""
        return self.folder / "settings.json"

    @property
    def copies_folder(self) -> Path:
        """The daily copies of the store, encrypted with the same key."""
        return self.folder / "copies"

    @property
    def practices_folder(self) -> Path:
        """The person's own practice files, plain text."""
        return self.folder / "practices"

    @property
    def recordings_folder(self) -> Path:
        """The person's own recordings in place of the voice."""
        return self.folder / "recordings"

    @property
    def damaged_folder(self) -> Path:
        """Where a damaged store is moved aside to; nothing is deleted from it."""
        return self.folder / "damaged"

    @property
    def log_file(self) -> Path:
        """The program's own log; nothing the person wrote is in it."""
        return self.folder / "companion.log"

    @property
    def short_name(self) -> str:
        """Sixteen hex digits that stand for this folder, for socket names and the like."""
        import hashlib

        return hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]

    def make(self) -> None:
        """Create the folder for this person alone (mode 0700); raises HomeNotWritable."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
            if os.name == "posix" and self.folder.stat().st_mode & 0o077:
                self.folder.chmod(_PRIVATE_FOLDER)
        except OSError as error:
            raise HomeNotWritable(self.not_writable_sentence()) from error
        if not os.access(self.folder, os.W_OK | os.X_OK):
            raise HomeNotWritable(self.not_writable_sentence())

    def not_writable_sentence(self) -> str:
        """Return what to tell the person when the home takes no writing."""
        return not_writable_sentence(self.folder)


def not_writable_sentence(folder: Path) -> str:
    """Return what to tell the person when `folder` takes no writing."""
    return tr(
        "The companion cannot write to its folder, {folder}. Nothing was changed. "
        "Make the folder writable, or start with --data-dir and another folder."
    ).format(folder=folder)


def write_private(file: Path, data: bytes) -> None:
    """Replace `file` by `data` as one step that a power cut cannot halve, readable by its owner alone."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
    new = file.with_name(file.name + ".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
    sync_folder(file.parent)


def sync_file(file: Path) -> None:
    """Make what is in `file` last through a power cut."""
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

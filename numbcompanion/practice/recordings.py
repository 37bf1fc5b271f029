"""The person's own recordings in place of the voice: one sound file for each caption of a practice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from numbcompanion.translation import tr

ENDINGS = ("wav", "ogg", "mp3", "flac", "m4a")
LARGEST_BYTES = 50 * 1024 * 1024
_NAME = re.compile(rf"(?P<number>\d{{2,4}})\.(?P<ending>{'|'.join(ENDINGS)})", re.IGNORECASE)
_HEAD_BYTES = 12


@dataclass(frozen=True)
class Recording:
    """A file that is named like a recording; `trouble` says in a sentence why it is not played, if it is not."""

    number: int
    file: Path
    trouble: str = ""


class Recordings:
    """Looks into `folder`/<practice>/<number>.<ending>; the number is that of the caption in the text, from 01."""

    def __init__(self, folder: Path):
        self.folder = folder

    def find(self, practice: str, number: int) -> Path | None:
        """Return the recording of one caption, if there is one that can be played; reads a few bytes of it."""
        for file in self._named(practice).get(number, ()):
            if not _trouble(file):
                return file
        return None

    def listing(self, practice: str, captions: Sequence[str]) -> tuple[Recording, ...]:
        """Return what lies there for a practice of these `captions`, in the order of their numbers."""
        found = []
        for number, files in sorted(self._named(practice).items()):
            taken = ""
            for file in files:
                trouble = _no_caption(file, len(captions)) if not 1 <= number <= len(captions) else _trouble(file)
                if not trouble and taken:
                    trouble = tr("{name} is not played: {other} is there for the same caption.")
                    trouble = trouble.format(name=file.name, other=taken)
                taken = taken or ("" if trouble else file.name)
                found.append(Recording(number, file, trouble))
        return tuple(found)

    def _named(self, practice: str) -> dict[int, list[Path]]:
        """Return the files named like recordings by number, those of one number in the order of ENDINGS."""
        if not practice or Path(practice).name != practice or practice == "..":
            return {}
        try:
            files = [file for file in (self.folder / practice).iterdir() if _NAME.fullmatch(file.name)]
        except OSError:
            return {}
        named: dict[int, list[Path]] = {}
        for file in sorted(files, key=lambda file: (ENDINGS.index(file.suffix[1:].lower()), file.name)):
            named.setdefault(int(file.stem), []).append(file)
        return named


def _no_caption(file: Path, captions: int) -> str:
    sentence = tr("{name} fits no caption: this practice has {count}, counted from 01.")
    return sentence.format(name=file.name, count=captions)


def _trouble(file: Path) -> str:
    """Return why `file` cannot be played, nothing when it can."""
    try:
        if not file.is_file():
            return tr("{name} is no file.").format(name=file.name)
        if file.stat().st_size > LARGEST_BYTES:
            return tr("{name} is larger than 50 MB; the voice speaks in its place.").format(name=file.name)
        with file.open("rb") as opened:
            head = opened.read(_HEAD_BYTES)
    except OSError:
        return tr("{name} cannot be read; the voice speaks in its place.").format(name=file.name)
    if not _is_audio(head):
        return tr("{name} is no sound file; the voice speaks in its place.").format(name=file.name)
    return ""


def _is_audio(head: bytes) -> bool:
    """Whether a file that begins like this is WAV, Ogg, FLAC, MP3 or M4A, whatever it is called."""
    if head.startswith(b"RIFF"):
        return head[8:12] == b"WAVE"
    if head.startswith((b"OggS", b"fLaC", b"ID3")) or head[4:8] == b"ftyp":
        return True
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2  # a frame of layer III

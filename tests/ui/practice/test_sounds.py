import subprocess
import sys

from pytestqt.qtbot import QtBot

from numbcompanion.practice.plans import BellKind, Soundscape
from ui.practice.sounds import SilentSpeaker, system_speaker


def test_asking_for_a_speaker_loads_no_sound_library() -> None:
    look = (
        "import sys; from ui.practice.sounds import system_speaker; system_speaker();"
        "sys.exit(any(name in sys.modules for name in ('PySide6.QtMultimedia', 'numpy', 'wave')))"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


def test_a_speaker_that_was_not_prepared_keeps_quiet(qtbot: QtBot) -> None:
    speaker = system_speaker()
    speaker.ring(BellKind.BOWL, 1.0)
    speaker.lay(Soundscape.RAIN, 1.0)
    speaker.silence()
    speaker.close()
    assert not speaker.available


def test_the_silent_speaker_remembers_what_was_asked_for() -> None:
    speaker = SilentSpeaker()
    speaker.prepare()
    speaker.ring(BellKind.BAR, 0.5)
    speaker.lay(Soundscape.WAVES, 0.5)
    speaker.close()
    assert speaker.laid is Soundscape.WAVES
    assert speaker.rung == [BellKind.BAR]
    assert not speaker.available

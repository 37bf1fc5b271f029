from pathlib import Path

import pytest
from program import button
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea

from ui.practice.voice import Manner
from ui.practice.voice_settings import VoiceSettings

FOLDER = Path("/someone/recordings")


class FakeVoice(QObject):
    trouble = Signal(str)
    fell_silent = Signal()
    voices_known = Signal(list)
    speaking = False

    def __init__(self):
        super().__init__()
        self.names = []
        self.calls = []
        self.manner = None

    def voices(self):
        return self.names

    def prepare(self):
        self.calls.append("prepare")

    def set_manner(self, manner):
        self.manner = manner

    def say(self, text, recording=None):
        self.calls.append("say")
        self.speaking = True

    def close(self):
        self.calls.append("close")

    def learn(self, names):
        self.names = names
        self.voices_known.emit(names)


@pytest.fixture
def voice(qtbot):
    return FakeVoice()


@pytest.fixture
def section(qtbot, theme, voice):
    section = VoiceSettings(theme, voice, Manner(), FOLDER)
    section.told = []
    section.manner_chosen.connect(section.told.append)
    qtbot.addWidget(section)
    section.resize(700, 600)
    section.show()
    return section


def items(section):
    return [section.names.itemText(place) for place in range(section.names.count())]


def test_the_usual_manner_is_shown(section):
    assert section.names.chosen() == ""
    assert section.rates.chosen() == ["0"]
    assert section.pitches.chosen() == ["0"]
    assert section.levels.chosen() == ["1"]


def test_each_choice_is_told_at_once(section, voice):
    voice.learn(["Anna", "Ben"])
    section.names.choose("Ben")
    section.names.activated.emit(2)
    button(section.rates, "Slower").click()
    button(section.pitches, "Usual").click()
    button(section.levels, "Soft").click()
    assert section.told[0] == Manner("Ben")
    assert section.told[-1] == Manner("Ben", -0.6, 0.0, 0.35) == section.manner


def test_the_names_are_asked_for_when_it_is_shown_and_the_voice_let_go(section, voice):
    assert voice.calls == ["prepare"]
    voice.learn(["Anna"])
    assert items(section) == ["The usual one", "Anna"]
    assert voice.calls == ["prepare", "close"]
    section.hide()
    section.show()
    assert voice.calls == ["prepare", "close"]


def test_a_voice_that_is_not_there_stays_chosen(section, voice):
    section.show_manner(Manner("Ben"))
    assert section.names.chosen() == "Ben"
    voice.learn(["Anna"])
    assert section.names.chosen() == "Ben"
    assert not section.told


def test_hear_it_speaks_and_lets_go_afterwards(section, voice):
    voice.learn(["Anna"])
    voice.calls.clear()
    section.show_manner(Manner("Anna", -0.6))
    section.sample.click()
    assert voice.calls == ["prepare", "say"]
    assert voice.manner == Manner("Anna", -0.6)
    voice.speaking = False
    voice.fell_silent.emit()
    assert voice.calls == ["prepare", "say", "close"]


def test_a_session_that_speaks_is_left_alone(section, voice):
    voice.learn(["Anna"])
    voice.calls.clear()
    voice.fell_silent.emit()
    voice.trouble.emit("Nothing.")
    assert voice.calls == []


def test_trouble_is_shown_and_taken_back_at_the_next_try(section, voice):
    voice.trouble.emit("There is no voice.")
    assert section.trouble.isVisible()
    assert section.trouble.text() == "There is no voice."
    section.sample.click()
    assert not section.trouble.isVisible()


def test_the_folder_of_the_recordings_is_named(section):
    assert str(FOLDER) in section.hint.text()


def test_every_control_is_named(section):
    assert section.names.accessibleName() == "Voice"
    for chips in (section.rates, section.pitches, section.levels):
        assert chips.accessibleName()
    assert section.sample.text() == "Hear it"


def test_nothing_is_cut_off_at_twice_the_text_size(qtbot, theme, qapp, voice):
    theme.set_choice(scale=2.0)
    section = VoiceSettings(theme, voice, Manner(), FOLDER)
    voice.learn(["English (America, New York City)"])
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(section)
    qtbot.addWidget(area)
    area.resize(640, 700)
    area.show()
    assert section.minimumSizeHint().width() <= area.viewport().width()

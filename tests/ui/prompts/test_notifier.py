import logging
import threading

import pytest

from ui.prompts.notice import Notice, Reply
from ui.prompts.notifier import Notifier
from ui.prompts.system_notices import SystemNotices
from ui.prompts.tray_notices import TrayNotices


class FakeChannel:
    def __init__(self, name: str, works: bool = True):
        self.name = name
        self.works = works
        self.showing: list[Notice] = []
        self.closed = False
        self.replied = None

    def show(self, notice, shown, replied):
        self.replied = replied
        if self.works:
            self.showing = [notice]
        shown(notice.key, self.works)

    def withdraw(self):
        self.showing = []

    def close(self):
        self.closed = True


@pytest.fixture
def system():
    return FakeChannel("system")


@pytest.fixture
def tray():
    return FakeChannel("tray")


@pytest.fixture
def window():
    return FakeChannel("window")


@pytest.fixture
def notifier(qapp, system, tray, window):
    return Notifier([system, tray, window])


def notice(key: str = "key") -> Notice:
    return Notice.neutral(key)


def test_the_words_give_nothing_away(qapp):
    assert Notice.neutral("key").title == "Numb Companion"
    assert Notice.neutral("key").body == "A quiet moment, if you want one."


def test_the_system_s_notification_comes_first(notifier, system, tray, qtbot):
    with qtbot.waitSignal(notifier.shown) as shown:
        notifier.offer(notice())
    assert shown.args == ["key", "system"]
    assert tray.showing == []


def test_without_a_daemon_the_tray_shows_it_and_without_a_tray_the_window(notifier, system, tray, window, qtbot):
    system.works = False
    with qtbot.waitSignal(notifier.shown) as shown:
        notifier.offer(notice())
    assert shown.args == ["key", "tray"]
    tray.works = False
    with qtbot.waitSignal(notifier.shown) as shown:
        notifier.offer(notice())
    assert shown.args == ["key", "window"]


def test_with_nothing_to_show_it_that_is_said(notifier, system, tray, window, qtbot):
    system.works = tray.works = window.works = False
    with qtbot.waitSignal(notifier.nowhere_shown) as nowhere:
        notifier.offer(notice())
    assert nowhere.args == ["key"]
    assert notifier.notice is None


@pytest.mark.parametrize(
    ("reply", "signal"),
    [
        (Reply.CHECK_IN, "check_in_requested"),
        (Reply.LATER, "later_requested"),
        (Reply.DISMISSED, "dismissed"),
    ],
)
def test_a_reply_from_another_thread_arrives_here_once(notifier, system, qtbot, reply, signal):
    notifier.offer(notice())
    with qtbot.waitSignal(getattr(notifier, signal)) as heard:
        thread = threading.Thread(target=lambda: (system.replied("key", reply), system.replied("key", reply)))
        thread.start()
        thread.join()
    assert heard.args == ["key"]
    assert system.showing == []
    with qtbot.assertNotEmitted(getattr(notifier, signal), wait=20):
        pass


def test_a_new_notice_takes_the_place_of_the_last(notifier, system, qtbot):
    notifier.offer(notice("one"))
    notifier.offer(notice("two"))
    assert [n.key for n in system.showing] == ["two"]
    with qtbot.assertNotEmitted(notifier.check_in_requested, wait=20):
        system.replied("one", Reply.CHECK_IN)


def test_a_withdrawn_notice_is_gone_everywhere(notifier, system):
    notifier.offer(notice())
    notifier.withdraw("another")
    assert system.showing
    notifier.withdraw("key")
    assert not system.showing
    notifier.close()
    assert system.closed


def test_a_click_on_the_tray_s_message_means_check_in(qtbot):
    from PySide6.QtCore import QObject, Signal

    class FakeTray(QObject):
        clicked = Signal()

        def show_message(self, title, text):
            return True

    tray, replies = FakeTray(), []
    channel = TrayNotices(tray, tray.clicked)
    channel.show(notice(), lambda *_: None, lambda key, reply: replies.append((key, reply)))
    tray.clicked.emit()
    tray.clicked.emit()
    assert replies == [("key", Reply.CHECK_IN)]


def test_without_a_session_bus_the_system_channel_says_no_and_nothing_else(monkeypatch, capfd, caplog, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    channel, answers, answered = SystemNotices(), [], threading.Event()
    with caplog.at_level(logging.DEBUG):
        channel.show(notice(), lambda key, there: (answers.append((key, there)), answered.set()), lambda *_: None)
        assert answered.wait(20)
        told = threading.Event()
        channel.tell_abilities(lambda abilities: (answers.append(abilities.notices), told.set()))
        assert told.wait(20)
    channel.withdraw()
    channel.close()
    channel.close()
    assert answers == [("key", False), False]
    assert capfd.readouterr().err == ""
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]
    assert not [t for t in threading.enumerate() if t.name == "notifications"]

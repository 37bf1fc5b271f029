"""What has happened, announced once and in the past tense to whoever shows it."""

from PySide6.QtCore import QObject, Signal


class Facts(QObject):
    """Signals about things that are true now (committed, chosen)."""

    checkin_saved = Signal(object)  # CheckIn
    checkin_removed = Signal(str)  # id
    around_changed = Signal()  # tags, words of one's own, or markers
    entry_saved = Signal(object)  # Entry
    session_kept = Signal(object)  # SessionRecord
    prompts_changed = Signal()
    path_changed = Signal()
    preferences_changed = Signal(object)  # Preferences
    store_changed_elsewhere = Signal()

"""Lengths, times left and days of sessions in words."""

from datetime import date, timedelta

from numbcompanion.practice.session import Session
from numbcompanion.translation import tr, tr_n
from ui.dates import day_long, day_short

_SECONDS_SAID_BELOW_MIN = 10
_ALMOST_ONE_S = 0.999
_WEEK = timedelta(days=7)


def joined(first: str, *others: str) -> str:
    """Return short words side by side, as "Orienting · 3 min"."""
    words = first
    for other in others:
        words = tr("{first} · {second}").format(first=words, second=other)
    return words


def minutes_words(minutes: int | None) -> str:
    """Return "3 min", or that a session has no end of its own."""
    return tr("open-ended") if minutes is None else tr("{n} min").format(n=minutes)


def short_length(seconds: float) -> str:
    """Return "3 min" or "40 s"."""
    whole = int(seconds)
    return tr("{n} s").format(n=whole) if whole < 60 else minutes_words(whole // 60)


def length_words(seconds: float) -> str:
    """Return "2 minutes", "40 seconds", "1 minute and 5 seconds"."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return tr_n("{n} second", "{n} seconds", rest)
    words = tr_n("{n} minute", "{n} minutes", minutes)
    if not rest or minutes >= _SECONDS_SAID_BELOW_MIN:
        return words
    return tr("{minutes} and {seconds}").format(minutes=words, seconds=tr_n("{n} second", "{n} seconds", rest))


def clock_words(seconds: float) -> str:
    """Return "6:12", with hours before it where there are any."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def time_words(session: Session) -> str:
    """Return the time a session has left, or how long an open-ended one has been."""
    left_s = session.left_s
    if left_s is None:
        return tr("{time} so far").format(time=clock_words(session.done_s))
    return tr("{time} left").format(time=clock_words(left_s + _ALMOST_ONE_S))


def settling_words(session: Session) -> str:
    """Return the seconds until a session begins, empty in the last one."""
    left_s = -session.position_s
    return "" if left_s <= 1 else tr("{n} s").format(n=round(left_s))


def day_words(day: date, today: date) -> str:
    """Return "today", "yesterday" or the day."""
    if day == today:
        return tr("today")
    if day == today - timedelta(days=1):
        return tr("yesterday")
    return day_short(day) if timedelta(0) < today - day < _WEEK else day_long(day)

"""Days and times in words, the person's own way."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from numbcompanion.translation import tr


def _locale() -> QLocale:
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return locale


def day_long(day: date) -> str:
    """Return "Monday 23 November"."""
    return _locale().toString(QDate(day.year, day.month, day.day), tr("dddd d MMMM"))


def day_short(day: date) -> str:
    """Return "Mon 23"."""
    return _locale().toString(QDate(day.year, day.month, day.day), tr("ddd d"))


def day_and_year(day: date) -> str:
    """Return "23 November 2026"."""
    return _locale().toString(QDate(day.year, day.month, day.day), tr("d MMMM yyyy"))


def month(day: date) -> str:
    """Return "November" (with the year when it is not `today`'s is up to the caller)."""
    return _locale().standaloneMonthName(day.month)


def month_and_year(day: date) -> str:
    """Return "November 2026"."""
    return _locale().toString(QDate(day.year, day.month, 1), tr("MMMM yyyy"))


def month_short(day: date) -> str:
    """Return "Nov"."""
    return _locale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def weekday_short(day: date) -> str:
    """Return "Mon"."""
    return _locale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def weekday_letter(day: date) -> str:
    """Return the first letter of the weekday."""
    return _locale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)[:1].upper()


def time_of_day(instant: datetime) -> str:
    """Return "19:42", or as the locale writes it; `instant` is already in the zone to show."""
    locale = _locale()
    english = locale.language() == QLocale.Language.English and locale.territory() != QLocale.Country.UnitedStates
    form = "HH:mm" if english else locale.timeFormat(QLocale.FormatType.ShortFormat)
    return locale.toString(QTime(instant.hour, instant.minute), form)

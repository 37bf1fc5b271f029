"""Says in words when the next prompt comes and why, or why none comes, and what became of the last ones."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from numbcompanion.clock import zone
from numbcompanion.prompts.plan import Next
from numbcompanion.prompts.records import Outcome, PromptEvent, Reason
from numbcompanion.prompts.rules import CheckInRule
from numbcompanion.translation import tr

SayTime = Callable[[datetime], str]


def plain_time(wall: datetime) -> str:
    """Return a wall-clock time as "9:00" or "15:40"."""
    return f"{wall.hour}:{wall.minute:02d}"


def headline(coming: Next, say_time: SayTime = plain_time) -> str:
    """Return in a few words when the next prompt comes, or that none does."""
    if coming.rule.per_day == 0:
        return tr("No prompts")
    if coming.pause is not None and coming.pause.until is None:
        return tr("Paused")
    if comes_today(coming):
        return tr("The next one comes at {time}").format(time=_at(coming, say_time))
    return quiet_until(coming, say_time).rstrip(".")


def why(coming: Next, say_time: SayTime = plain_time) -> str:
    """Return a sentence: when the next prompt comes and because of what, or why none comes."""
    if coming.rule.per_day == 0:
        return tr("You asked for none.")
    if coming.pause is not None and coming.pause.until is None:
        return tr("Paused until you say so.")
    if not comes_today(coming):
        return quiet_until(coming, say_time)
    time = _at(coming, say_time)
    if coming.due is not None and coming.due.again:
        return tr("A check-in at {time}, because you said “Later”.").format(time=time)
    if coming.pause is not None and coming.pause.until is not None:
        until = say_time(_wall(coming, coming.pause.until))
        return tr("Paused until {until}. Then a check-in at {time}.").format(until=until, time=time)
    return tr("A check-in at {time}, because {wish}.").format(time=time, wish=wish(coming.rule, say_time))


def wish(rule: CheckInRule, say_time: SayTime = plain_time) -> str:
    """Return what the person asked for: "you asked for two between 9:00 and 21:00"."""
    if rule.start == rule.end:
        return tr("you asked for {number} a day").format(number=in_words(rule.per_day))
    return tr("you asked for {number} between {start} and {end}").format(
        number=in_words(rule.per_day),
        start=say_time(datetime.combine(date.min, rule.start)),
        end=say_time(datetime.combine(date.min, rule.end)),
    )


def comes_today(coming: Next) -> bool:
    """Whether a prompt comes before the person's calendar day is over."""
    return coming.at is not None and _wall(coming, coming.at).date() == _wall(coming, coming.now).date()


def quiet_until(coming: Next, say_time: SayTime = plain_time) -> str:
    """Return until when nothing comes: the beginning of the next window in which something does."""
    if coming.at is None or coming.due is None:
        return tr("None comes in the days ahead.")
    today = _wall(coming, coming.now).date()
    day = _wall(coming, coming.due.due).date()
    if coming.rule.end <= coming.rule.start and _wall(coming, coming.due.due).time() < coming.rule.start:
        opens = datetime.combine(day, datetime.min.time())
    else:
        opens = datetime.combine(day, coming.rule.start)
    if day == today + timedelta(days=1):
        return tr("Quiet until tomorrow {time}.").format(time=say_time(opens))
    return tr("Quiet until {day} {time}.").format(day=weekday(day), time=say_time(opens))


def in_words(number: int) -> str:
    """Return a small number as a word."""
    words = (tr("none"), tr("one"), tr("two"), tr("three"), tr("four"), tr("five"), tr("six"))
    return words[number] if 0 <= number < len(words) else str(number)


def weekday(day: date) -> str:
    """Return the name of the day of the week."""
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[day.weekday()]


def outcome(event: PromptEvent) -> str:
    """Return in a word or two what became of a prompt."""
    words = {
        Outcome.HELD: tr("waiting"),
        Outcome.SHOWN: tr("open"),
        Outcome.LATER: tr("later"),
        Outcome.ANSWERED: tr("answered"),
        Outcome.DISMISSED: tr("put aside"),
        Outcome.EXPIRED: tr("expired"),
        Outcome.NOT_SHOWN: tr("not shown"),
    }
    said = words[event.outcome]
    if event.reason is Reason.LATER and event.outcome is not Outcome.LATER:
        return tr("later → {outcome}").format(outcome=said)
    return said


def detail(event: PromptEvent, zone_name: str, say_time: SayTime = plain_time) -> str:
    """Return the reason behind what became of a prompt, or nothing where there is none to tell."""
    if event.outcome is Outcome.HELD or event.outcome is Outcome.NOT_SHOWN:
        return _reason(event.reason)
    said = []
    if event.reason is Reason.PRACTICE and event.offered is not None:
        at = say_time(event.offered.astimezone(zone(zone_name)))
        said.append(tr("waited for your practice; offered at {time}").format(time=at))
    elif (
        event.reason is Reason.NONE and event.offered is not None and event.offered - event.due >= timedelta(minutes=2)
    ):
        at = say_time(event.offered.astimezone(zone(zone_name)))
        said.append(tr("offered at {time}").format(time=at))
    if event.outcome is Outcome.ANSWERED and event.offered and event.finished and event.finished >= event.offered:
        said.append(tr("after {duration}").format(duration=_duration(event.finished - event.offered)))
    return "; ".join(said)


def _reason(reason: Reason) -> str:
    return {
        Reason.PRACTICE: tr("a practice was running"),
        Reason.AWAY: tr("the computer was asleep or the companion closed"),
        Reason.PAUSED: tr("paused"),
        Reason.TOO_CLOSE: tr("too soon after the one before"),
        Reason.NO_PLACE: tr("nothing to show it with"),
    }.get(reason, "")


def _duration(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    if seconds < 90:
        return tr("{n} s").format(n=seconds)
    return tr("{n} min").format(n=round(seconds / 60))


def _at(coming: Next, say_time: SayTime) -> str:
    return say_time(_wall(coming, coming.at)) if coming.at is not None else ""


def _wall(coming: Next, instant: datetime) -> datetime:
    return instant.astimezone(zone(coming.zone_name))

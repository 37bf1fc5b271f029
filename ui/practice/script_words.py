"""What a practice offers, in words."""

from collections.abc import Sequence

from numbcompanion.practice.scripts import Anchor, Eyes, Length, LengthKind, Script
from numbcompanion.translation import tr, tr_n
from ui.practice.words import joined, minutes_words


def length_title(length: Length) -> str:
    """Return "3 min", "4 breaths" or "one song"."""
    if length.kind is LengthKind.MINUTES:
        return minutes_words(length.count)
    if length.kind is LengthKind.SONG:
        return tr("one song")
    return tr_n("{n} breath", "{n} breaths", length.count)


def lengths_words(script: Script) -> str:
    """Return the lengths of a practice as a range: "1–3 min"."""
    shortest, longest = script.lengths[0], script.lengths[-1]
    if shortest == longest:
        return length_title(shortest)
    if shortest.kind is LengthKind.BREATHS:
        return tr("{shortest}–{longest} breaths").format(shortest=shortest.count, longest=longest.count)
    return tr("{shortest}–{longest} min").format(shortest=shortest.count, longest=longest.count)


def about_words(script: Script) -> str:
    """Return "1–3 min · grounding"."""
    return joined(lengths_words(script), kind_words(script.kind))


def kind_words(kind: str) -> str:
    """Return what a kind of practice is called."""
    return {
        "grounding": tr("grounding"),
        "breath": tr("breath"),
        "body": tr("body"),
        "heart": tr("heart"),
        "movement": tr("movement"),
        "listening": tr("listening"),
        "feelings": tr("feelings"),
        "meaning": tr("meaning"),
    }.get(kind, kind)


def anchor_title(anchor: Anchor) -> str:
    """Return what attention can rest on."""
    return {
        Anchor.SOUND: tr("sounds"),
        Anchor.HANDS: tr("hands"),
        Anchor.FEET: tr("feet"),
        Anchor.BREATH: tr("breath"),
        Anchor.OBJECT: tr("a thing you see"),
    }[anchor]


def eyes_title(eyes: Eyes) -> str:
    """Return how the eyes can be."""
    return {Eyes.OPEN: tr("open"), Eyes.SOFT: tr("half open"), Eyes.CLOSED: tr("closed")}[eyes]


def eyes_words(eyes: Sequence[Eyes]) -> str:
    """Return a sentence on the eyes, and on stopping."""
    if tuple(eyes) == (Eyes.OPEN,):
        return tr("Eyes open. You can stop at any moment with Esc.")
    return tr("Eyes open is always fine. You can stop at any moment with Esc.")


def evidence_words(script: Script) -> str:
    """Return what the letter of the evidence means."""
    if script.evidence == "C":
        if script.own:
            return tr("your own practice.")
        return tr("used by clinicians or made for this program; no study of it for numbness was found.")
    return {
        "A": tr("many studies of this practice together, none of them on numbness."),
        "B": tr("tested in a trial, not on numbness."),
        "A/B": tr("tested in trials, with mixed results, not on numbness."),
    }[script.evidence]

"""What goes with feeling more, in words; never as a cause."""

from collections.abc import Sequence

from numbcompanion.insights.associations import Association, When
from numbcompanion.insights.points import Twin, plain, signed
from numbcompanion.translation import tr

_NAMED = 3


def association_in_words(one: Association) -> str:
    """Return `one` in words: the difference, its interval, the days, and whether it could be chance."""
    if one.when is When.SAME_DAY:
        more = tr("On days with “{name}”, {value} of 10 more came through.")
        less = tr("On days with “{name}”, {value} of 10 less came through.")
    else:
        more = tr("The day after “{name}”, {value} of 10 more came through.")
        less = tr("The day after “{name}”, {value} of 10 less came through.")
    said = (more if one.difference >= 0 else less).format(name=one.name, value=plain(abs(one.difference)))
    behind = tr("(Between {low} and {high}; {n} days with, {m} without.)").format(
        low=signed(one.low), high=signed(one.high), n=one.days_with, m=one.days_without
    )
    return " ".join([said, behind, tr("Could be chance.")] if one.could_be_chance else [said, behind])


def associations_in_words(found: Sequence[Association]) -> Twin:
    """Return the text twin of `found`, in its order."""
    heads = (
        tr("What"),
        tr("When"),
        tr("Difference"),
        tr("95 % interval"),
        tr("Days with"),
        tr("Without"),
        tr("Chance"),
    )
    rows = tuple(
        (
            one.name,
            tr("same day") if one.when is When.SAME_DAY else tr("next day"),
            signed(one.difference),
            tr("{low} to {high}").format(low=signed(one.low), high=signed(one.high)),
            str(one.days_with),
            str(one.days_without),
            tr("could be chance") if one.could_be_chance else tr("hardly chance"),
        )
        for one in found
    )
    if not rows:
        summary = tr("Not enough yet: a tag or a practice needs three days with, three without, and twelve in all.")
        return Twin(summary, heads)
    clear = [one for one in found if not one.could_be_chance]
    sentences = [association_in_words(one) for one in clear[:_NAMED]] or [
        tr("Every difference so far could be chance.")
    ]
    sentences.append(tr("They go together; what leads to what, this cannot tell."))
    return Twin(" ".join(sentences), heads, rows)

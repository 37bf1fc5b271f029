"""Looks at one way of doing a practice: a condition can take away what it needs, in that way only."""

from collections.abc import Iterator
from math import ceil

from numbcompanion.practice.script_head import Head
from numbcompanion.practice.script_plan import chosen_sections, fills, script_plan, words_s
from numbcompanion.practice.scripts import FROM, Breathe, Choices, LengthKind, Rest, Say, Script, ScriptBroken
from numbcompanion.translation import tr, tr_n


def ways_that_differ(script: Script) -> Iterator[Choices]:
    """Give every way it can be done, in the shortest length of those in which the same lines count."""
    keys = {section.when.key for section in script.sections}
    keys |= {step.when.key for section in script.sections for step in section.steps}
    froms = {int(key.removeprefix(FROM)) for key in keys if key.startswith(FROM)}
    lengths = {frozenset(n for n in froms if n <= one.count): one for one in reversed(script.lengths)}
    return (choices for choices in script.every_choice() if choices.length in lengths.values())


def check_way(script: Script, choices: Choices, head: Head, end: int) -> None:
    """Raise ScriptBroken where `script` cannot be done as chosen; `end` is the last line of the file."""
    steps = [step for section in chosen_sections(script, choices) for step in section.steps]
    if not any(isinstance(step, Say) for step in steps):
        raise ScriptBroken(end, tr("The practice says nothing."))
    if not any(isinstance(step, Rest) for step in steps):
        raise ScriptBroken(end, tr("The practice has no silence that could be stretched."))
    if script.pacing(choices.variant) is None and any(isinstance(step, Breathe) for step in steps):
        reason = tr("“(breathe)” has no pattern for “{name}”.").format(name=choices.variant)
        raise ScriptBroken(head.line("pattern"), reason)
    count, kind = choices.length.count, choices.length.kind
    if kind is LengthKind.MINUTES and (needed_s := words_s(script, choices)) > count * 60:
        reason = tr("The words alone take {seconds} seconds, longer than {minutes} min.")
        raise ScriptBroken(head.line("minutes"), reason.format(seconds=ceil(needed_s), minutes=count))
    if kind is not LengthKind.MINUTES and not _has_room(script, choices):
        raise ScriptBroken(end, tr("Behind “(breathe)” or “(song)” stands a “...”, in the same part."))
    if kind is LengthKind.BREATHS and len({p.breath for p in script_plan(script, choices).phases}) != count:
        reason = tr_n(
            "The words behind “(breathe)” take longer than {n} breath.",
            "The words behind “(breathe)” take longer than {n} breaths.",
            count,
        )
        raise ScriptBroken(head.line("breaths"), reason)


def _has_room(script: Script, choices: Choices) -> bool:
    """Whether there is a silence for the breaths, or the song, to fill."""
    for section in chosen_sections(script, choices):
        filled = False
        for step in section.steps:
            filled = filled or fills(step, choices.length.kind)
            if filled and isinstance(step, Rest):
                return True
    return False

"""How is it now? Two or three fitting practices and why, by rules that can be read and changed.

The rules are in `resources/practices/router.toml`: contact and senses before the breath, nothing inward when
things feel unreal, active rather than passive when tense. Nothing is drawn by chance.
"""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import resources
from numbcompanion.practice.helped import Helped

SHOWN = 3


@dataclass(frozen=True)
class Offer:
    """One practice for a state: a length (its key, as "3"), a variant or none, and why."""

    practice: str
    length: str
    why: str
    variant: str = ""


@dataclass(frozen=True)
class State:
    """One answer to the question, with what is offered for it, the most fitting first."""

    key: str
    title: str
    about: str
    offers: tuple[Offer, ...]
    note: str = ""


@dataclass(frozen=True)
class Suggestion:
    """An offer as it is shown; `helped` is the sentence of the person's own numbers, or empty."""

    offer: Offer
    helped: str = ""


@dataclass(frozen=True)
class OwnRules:
    """What the person changed for a state: practices never offered, and ones always offered first."""

    left_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True)
class Router:
    """The states in their order, and what is suggested when nothing was asked."""

    states: tuple[State, ...]
    suggested: tuple[str, ...]
    own: Mapping[str, OwnRules] = field(default_factory=dict)

    @classmethod
    def from_resources(cls, own: Mapping[str, OwnRules] | None = None) -> "Router":
        """Return the rules that come with the program, with the person's changes."""
        found = tomllib.loads(resources.read_text("practices/router.toml"))
        states = tuple(_state(key, found[key]) for key in found if key != "suggested")
        return cls(states, tuple(found["suggested"]), own or {})

    def state(self, key: str) -> State:
        """Return the state called `key`; raises KeyError."""
        return {state.key: state for state in self.states}[key]

    def route(
        self, key: str, known: Collection[str], helped: Mapping[str, Helped], most: int = SHOWN
    ) -> list[Suggestion]:
        """Return up to `most` suggestions among the `known` practices, always the same for the same answers.

        The person's own choices come first, then what has helped them (the more, the earlier), then the order of
        the rules.
        """
        own = self.own.get(key, OwnRules())
        offers = [o for o in self.offers(key) if o.practice in known and o.practice not in own.left_out]

        def place(offer: Offer) -> tuple[bool, float, int]:
            one = helped.get(offer.practice)
            change = one.change if one is not None and one.counts else 0.0
            return (offer.practice not in own.added, -change, offers.index(offer))

        chosen = sorted(offers, key=place)[:most]
        return [Suggestion(offer, _words(helped.get(offer.practice))) for offer in chosen]

    def offers(self, key: str) -> Sequence[Offer]:
        """Return everything that can be offered for a state: the person's own additions, then the rules'."""
        state, own = self.state(key), self.own.get(key, OwnRules())
        ruled = {offer.practice: offer for offer in state.offers}
        added = [ruled.get(practice, Offer(practice, "", "")) for practice in dict.fromkeys(own.added)]
        return [*added, *(offer for offer in state.offers if offer.practice not in own.added)]


def _words(helped: Helped | None) -> str:
    return helped.words() if helped is not None and helped.counts else ""


def _state(key: str, found: Mapping[str, object]) -> State:
    offers = found["offer"]
    assert isinstance(offers, list)
    return State(
        key=key,
        title=str(found["title"]),
        about=str(found["about"]),
        offers=tuple(
            Offer(str(o["practice"]), str(o["minutes"]), str(o["why"]), str(o.get("variant", ""))) for o in offers
        ),
        note=str(found.get("note", "")),
    )

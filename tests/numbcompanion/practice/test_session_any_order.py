"""Whatever is done to a session, of whichever practice: time goes on, every cue comes at most once, and it ends."""

import pytest
from fakes import MovableClock
from hypothesis import given, settings
from hypothesis import strategies as st

from numbcompanion.practice.plans import Ask, Caption
from numbcompanion.practice.records import Ending
from numbcompanion.practice.script_plan import script_plan
from numbcompanion.practice.script_shelf import load_scripts
from numbcompanion.practice.session import SUSPEND_GAP_S, Session, SessionState
from numbcompanion.practice.timer import TimerSettings, timer_plan

SCRIPTS = {script.slug: script for script in load_scripts().scripts}
ORIENTING = script_plan(SCRIPTS["orienting"], SCRIPTS["orienting"].usual())
ACTIONS = ("pause", "resume", "skip", "orient", "end", "hold", "let_go")

waits = st.tuples(st.just("wait"), st.floats(0, 4.9) | st.sampled_from([0.25, 2.0, 4.0, 5.5, 30.0, 3600.0]))
runs = st.tuples(st.just("run"), st.integers(1, 90))
calls = st.tuples(st.sampled_from(ACTIONS), st.just(0))


@st.composite
def plans(draw):
    script = SCRIPTS[draw(st.sampled_from(sorted(SCRIPTS)))]
    choices = draw(st.sampled_from(list(script.every_choice())))
    return script_plan(script, choices, draw(st.floats(0, 60)), draw(st.booleans()), song_s=draw(st.floats(10, 400)))


class Driven:
    """A session, a clock, and a watch over both that holds after every step."""

    def __init__(self, plan, one_sentence=False):
        self.one_sentence = one_sentence
        self.clock = MovableClock()
        self.session = Session(plan, self.clock)
        self.planned = plan
        self.held = self.ended = False
        self.moved = 0
        self.seen = []
        self._place = -1
        self._spent_s = 0.0

    def act(self, action, amount=0):
        if action == "run":
            for _ in range(amount):
                self.act("wait", 2.0)
            return
        if action == "wait":
            self.clock.advance(amount)
        elif action in ("hold", "let_go"):
            self.held = action == "hold" and not self.session.state.final
            self.session.hold_words(self.held)
        elif action == "orient":
            self._orient()
        elif action == "end":
            self.ended = self.ended or not self.session.state.final
            self.session.end()
        else:
            getattr(self.session, action)()
        self.look()

    def _orient(self):
        before = self.session.state
        self.session.orient(ORIENTING)
        if not before.final:
            self.moved += 1
            self.held, self._place = False, -1
            assert self.session.state is SessionState.MOVED_TO_ORIENTING

    def look(self):
        session = self.session
        was_final = session.state.final
        due = session.tick(self.one_sentence)
        if was_final or session.state is SessionState.PAUSED:
            assert due == []
        said = [cue for cue in due if isinstance(cue, Ask) or (isinstance(cue, Caption) and cue.text)]
        assert not self.held or not said
        assert not self.one_sentence or len(said) <= 1
        for cue in due:
            self._place = session.plan.cues.index(cue, self._place + 1)  # each later than the one before
            assert cue.at_s <= session.position_s + 1e-6
        self.seen += due
        assert session.spent_s >= self._spent_s
        self._spent_s = session.spent_s
        assert 0 <= session.done_s <= min(session.spent_s, session.plan.length_s) + 1e-6
        assert 0 <= session.done().done_s <= self.planned.length_s
        assert 0 <= session.progress <= 1
        assert 0 <= session.left_s <= session.plan.length_s
        assert not was_final or session.state.final
        assert not self.held or self.ended or not session.state.final, "the end waits for the sentence"


@settings(max_examples=300)
@given(plan=plans(), one_sentence=st.booleans(), actions=st.lists(waits | runs | calls, max_size=40))
def test_any_practice_any_way_and_any_sequence_keeps_time_and_order_and_ends(plan, one_sentence, actions):
    driven = Driven(plan, one_sentence)
    for action, amount in actions:
        driven.act(action, amount)
    session = driven.session
    driven.act("let_go")
    driven.act("resume")
    steps = 0
    while not session.state.final:
        driven.act("wait", 4.0)
        steps += 1
        assert steps * 4.0 <= session.plan.lead_s + session.plan.end_s + 4.0 * len(session.plan.cues)
    done = session.done()
    ended_whole = not driven.ended or session.whole
    assert done.practice == plan.practice
    assert done.planned_s == round(plan.length_s)
    if driven.moved:
        assert done.ending is Ending.MOVED_TO_ORIENTING
        assert done.settings["orienting_s"] == round(session.done_s, 1)
    else:
        assert done.ending is (Ending.COMPLETE if ended_whole else Ending.EARLY)
        assert "orienting_s" not in done.settings
    assert session.state is (SessionState.ENDED if ended_whole else SessionState.ENDED_EARLY)
    if not driven.ended and not driven.moved and all(action != "skip" for action, _ in actions):
        assert driven.seen == list(plan.cues)
        assert session.done_s == plan.length_s


@given(plan=plans(), before_s=st.floats(0, 60), away_s=st.floats(5.01, 1e6))
def test_being_away_pauses_at_the_moment_it_began(plan, before_s, away_s):
    driven = Driven(plan)
    for _ in range(int(before_s)):
        driven.act("wait", 1.0)
    session = driven.session
    position_s, spent_s, final = session.position_s, session.spent_s, session.state.final
    driven.act("wait", away_s)
    assert final or session.state is SessionState.PAUSED
    assert (session.position_s, session.spent_s) == (position_s, spent_s)
    driven.act("resume")
    driven.act("wait", 1.0)
    assert final or session.spent_s == pytest.approx(spent_s + 1.0, abs=1e-3)
    assert SUSPEND_GAP_S == 5.0


@given(
    timer=st.builds(
        TimerSettings,
        minutes=st.integers(1, 30),
        prepare_s=st.integers(0, 60),
        interval_min=st.none() | st.integers(1, 20),
        end_bells=st.integers(0, 3),
        start_bell=st.booleans(),
    ),
    actions=st.lists(waits | runs | calls, max_size=30),
)
def test_a_silent_session_keeps_time_and_order_and_ends_too(timer, actions):
    driven = Driven(timer_plan(timer))
    for action, amount in actions:
        driven.act(action, amount)
    driven.act("let_go")
    driven.act("resume")
    for _ in range(31 * 15 + 60):
        driven.act("wait", 4.0)
    assert driven.session.state.final

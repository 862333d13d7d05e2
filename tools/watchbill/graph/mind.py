"""What is known at a point of a path, as the bits of one number: the mind.

Each fact has two bits a value, `is` and `is not`; events, duties, milestones, side lines and held
clocks have one each. Only what is watched, or decides the way, has a bit.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from watchbill.graph.flow import Flow
from watchbill.model.response import Answer, Decision, Step, Task, Wait
from watchbill.model.types import FactTest


class Watch(NamedTuple):
    """What to keep an eye on: events, duties and milestones by id, facts, and clocks that are held.

    `holds` are (from, until) events. `given` are facts known beforehand. `values` are the values of the
    facts that have more than yes and no.
    """

    events: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    facts: tuple[FactTest, ...] = ()
    holds: tuple[tuple[str, str], ...] = ()
    given: tuple[FactTest, ...] = ()
    values: Mapping[str, tuple[str, ...]] = {}


class Effect(NamedTuple):
    """What a stretch of path does to a mind, and the bits that forbid it."""

    against: int
    add: int
    clear: int = 0

    def then(self, other: "Effect") -> "Effect":
        """One after the other; the second is forbidden by what the first has learnt, too."""
        if other is NOTHING:
            return self
        if self is NOTHING:
            return other
        return Effect(
            self.against | other.against,
            self.add & ~other.clear | other.add,
            self.clear | other.clear,
        )

    @property
    def absurd(self) -> bool:
        """Whether it contradicts itself."""
        return bool(self.add & self.against)


NOTHING = Effect(0, 0)


class Bits:
    """The bits of one playbook's minds."""

    def __init__(self, flow: Flow, watch: Watch) -> None:
        lines = tuple(flow.lines)[1:]
        holds = tuple(f"{start}/{end}" for start, end in watch.holds)
        words = ("event", watch.events), ("met", watch.duties), ("reached", watch.milestones)
        excused = ("excused", (*watch.duties, *watch.milestones))
        rest = ("started", lines), ("taken", lines), ("held", holds)
        self._bits: dict[tuple[str, str], int] = {}
        for word, ids in (*words, excused, *rest):
            for id in ids:
                self._bits.setdefault((word, id), 1 << len(self._bits))
        self._facts: dict[str, dict[str | bool, int]] = {}
        for test in (*flow.tests, *watch.facts, *watch.given):
            self._facts.setdefault(test.fact, {}).setdefault(test.value or True, 0)
        self.facts = self._lay_out_facts(1 << len(self._bits))
        self._values = watch.values
        self._holds = watch.holds

    def _lay_out_facts(self, bit: int) -> int:
        every = 0
        for values in self._facts.values():
            for value in values:
                values[value] = bit
                every |= bit | bit << 1
                bit <<= 2
        return every

    def bit(self, word: str, id: str) -> int:
        """The bit of an event, a duty, a milestone, a line or a hold; 0 where it is not watched."""
        return self._bits.get((word, id), 0)

    def learn(self, test: FactTest) -> Effect:
        """A fact becomes known."""
        values = self._facts[test.fact]
        if test.value is False:
            return Effect(values[True], values[True] << 1)
        own = values[test.value]
        others = sum(bit << 1 for bit in values.values() if bit != own)
        return Effect(own << 1, own | others)

    def doubt(self, test: FactTest) -> Effect:
        """The opposite of a fact becomes known."""
        own = self._facts[test.fact][test.value or True]
        return Effect(own << 1, own) if test.value is False else Effect(own, own << 1)

    def last_value(self, test: FactTest) -> int:
        """The bits that deny a fact every value but this one (0 where it may have yet another)."""
        known = self._facts[test.fact]
        values = self._values.get(test.fact, ())
        if not values or test.value not in values or not all(value in known for value in values):
            return 0
        return sum(known[value] << 1 for value in values if value != test.value)

    def about(self, test: FactTest) -> int:
        """Every bit of the fact."""
        return sum(bit | bit << 1 for bit in self._facts[test.fact].values())

    def happen(self, event: str) -> Effect:
        """An event happens: clocks that it holds stand still, clocks that it releases go on."""
        add, clear = self.bit("event", event), 0
        for start, end in self._holds:
            add |= self.bit("held", f"{start}/{end}") if start == event else 0
            clear |= self.bit("held", f"{start}/{end}") if end == event else 0
        return Effect(0, add, clear)

    def work(self, part: Task | Decision | Answer) -> Effect:
        """What the end of a step, or an answer, does."""
        if not (part.discharges or part.reaches or part.marks or part.starts):
            return NOTHING
        effect = NOTHING
        for event in part.marks:
            effect = effect.then(self.happen(event))
        add = effect.add
        for duty in part.discharges:
            add |= self.bit("met", duty)
        for milestone in part.reaches:
            add |= self.bit("reached", milestone)
        for line in part.starts:
            add |= self.bit("started", line)
        return Effect(0, add, effect.clear)

    def answer(self, answer: Answer) -> Effect:
        """What an answer does besides: facts and excuses."""
        effect = self.work(answer)
        if not (answer.excuses or answer.means):
            return effect
        for id in answer.excuses:
            effect = effect.then(Effect(0, self.bit("excused", id)))
        for test in answer.means:
            effect = effect.then(self.learn(test))
        return effect


def end_of(step: Step, bits: Bits) -> Effect:
    """What the end of a step does, whatever the answer."""
    return bits.happen(step.wait) if isinstance(step, Wait) else bits.work(step)


def united(effects: Iterable[Effect]) -> Effect:
    """Effects one after the other."""
    whole = NOTHING
    for effect in effects:
        whole = whole.then(effect)
    return whole

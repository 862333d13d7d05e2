"""Every way through a playbook: paths that stand at the same step with the same mind are one.

All that a path knows is a set that only grows (a hold on a clock aside). How often a loop is taken is
not counted: going round again adds nothing new. A fact that no answer has set yet is tried both ways
where it is asked for. Facts that nothing further on asks for are forgotten, so that paths meet again.

A side line runs beside the main line, and ends. What it adds does not depend on when it runs, so it is
walked after the main line, with the facts that are known by then.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from watchbill.graph.flow import Flow
from watchbill.graph.mind import NOTHING, Bits, Effect, Watch, end_of, united
from watchbill.graph.stop import END, MAIN, Exit, Stop
from watchbill.model.response import Decision
from watchbill.model.types import FactTest

MOST_STATES = 4096
LONGEST = 40

State = tuple[int, int]


class Edge(NamedTuple):
    """A way from one stop to the next. A mind with a bit of `against` does not take it.

    Nor does one with all bits of `gone`: it would deny a fact the last of its values. `assumed` are
    the facts that are taken for granted on it, each with its bits.
    """

    target: int
    against: int
    forget: int
    add: int
    exit: Exit | None = None
    assumed: tuple[tuple[int, str], ...] = ()
    gone: int = 0


class Gate(NamedTuple):
    """One way to come past a step's `only_if`: done, or passed over for want of a fact."""

    done: bool
    effect: Effect
    assumed: tuple[tuple[int, str], ...]
    gone: int = 0


OPEN = (Gate(True, NOTHING, ()),)


class Walk:
    """All states of all paths. `ends` are those at which a path is over.

    `too_many` says that MOST_STATES did not suffice; then `ends` is empty.
    """

    def __init__(self, flow: Flow, watch: Watch) -> None:
        self.flow = flow
        self.bits = Bits(flow, watch)
        self.too_many = False
        self.ends: list[State] = []
        self._side = tuple(self._lines())
        self._keep = self._kept(watch.facts)
        self._edges = [list(self._leave(stop)) for stop in flow.stops]
        given = [self.bits.learn(test) for test in watch.given]
        begin = united([*given, *map(self.bits.happen, flow.begins)]).add
        self._came: dict[State, tuple[State, Edge] | None] = {}
        self._go((flow.lines[MAIN].start, begin))

    # Walking.

    def _go(self, first: State) -> None:
        came, ends, edges = self._came, self.ends, self._edges
        came[first] = None
        states = [first]
        for state in states:
            number, mind = state
            ways = edges[number] if number != END else self._next_line(mind)
            for edge in ways:
                if not mind & edge.against and (not edge.gone or mind & edge.gone != edge.gone):
                    new = (edge.target, (mind & edge.forget) | edge.add)
                    if new not in came:
                        came[new] = (state, edge)
                        states.append(new)
            if number == END and not ways:
                ends.append(state)
            if len(states) > MOST_STATES:
                self.too_many = True
                ends.clear()
                return

    def _lines(self) -> Iterator[tuple[int, int, int]]:
        """Each side line: the bit that it was started, the bit that it was walked, its first stop."""
        for line, numbers in self.flow.lines.items():
            if line and numbers:
                yield self.bits.bit("started", line), self.bits.bit("taken", line), numbers.start

    def _next_line(self, mind: int) -> tuple[Edge, ...]:
        """The way into the first side line that was started and is not walked yet."""
        for started, taken, first in self._side:
            if mind & started and not mind & taken:
                return (Edge(first, 0, -1, taken),)
        return ()

    # Making ready.

    def _kept(self, watched: tuple[FactTest, ...]) -> list[int]:
        """For each stop, and last for the end, the bits that are still of use there."""
        flow, bits = self.flow, self.bits
        if not bits.facts:
            return [-1] * (len(flow.stops) + 1)
        always = ~bits.facts
        for test in watched:
            always |= bits.about(test)
        live = self._asked()
        for number in range(flow.lines[MAIN].stop, len(live)):
            always |= live[number]
        before: list[int] = []
        while before != live:
            before = live.copy()
            for number in range(len(live) - 1, -1, -1):
                for target in flow.targets[number]:
                    live[number] |= live[target] if target >= 0 else 0
        return [*(always | own for own in live), always]

    def _asked(self) -> list[int]:
        """For each stop, the bits of the facts that it asks for or sets."""
        asked = [0] * len(self.flow.stops)
        for stop in self.flow.stops:
            for test in stop.step.only_if:
                asked[stop.number] |= self.bits.about(test)
        for exit, answer in self.flow.answers:
            for test in answer.means:
                asked[exit.source] |= self.bits.about(test)
        return asked

    def _leave(self, stop: Stop) -> Iterator[Edge]:
        end = end_of(stop.step, self.bits)
        only_if = stop.step.only_if
        if end is NOTHING and not only_if and not isinstance(stop.step, Decision):
            exit = self.flow.exits[stop.number][0]
            yield Edge(exit.target, 0, self._keep[exit.target], 0, exit)
            return
        for gate in self._gates(only_if) if only_if else OPEN:
            if not gate.done:
                yield self._edge(self.flow.below[stop.number], gate.effect, None, gate)
                continue
            for exit in self.flow.exits[stop.number]:
                answer = self.bits.answer(exit.answer) if exit.answer else NOTHING
                effect = gate.effect.then(end).then(answer)
                if not effect.absurd:
                    yield self._edge(exit.target, effect, exit, gate)

    def _edge(self, target: int, effect: Effect, exit: Exit | None, gate: Gate) -> Edge:
        keep = self._keep[target]
        forget, add = keep & ~effect.clear, effect.add & keep
        return Edge(target, effect.against, forget, add, exit, gate.assumed, gate.gone)

    def _gates(self, only_if: tuple[FactTest, ...]) -> Iterator[Gate]:
        yes: Effect = NOTHING
        assumed: tuple[tuple[int, str], ...] = ()
        for test in only_if:
            no = self.bits.doubt(test)
            gone = self.bits.last_value(test)
            yield Gate(False, yes.then(no), (*assumed, (no.add, _opposite(test))), gone)
            learnt = self.bits.learn(test)
            yes = yes.then(learnt)
            assumed = (*assumed, (learnt.add, test.text))
        yield Gate(True, yes, assumed)

    # Asking.

    @cached_property
    def _by_stop(self) -> dict[int, list[State]]:
        states: dict[int, list[State]] = {}
        for state in self._came:
            states.setdefault(state[0], []).append(state)
        return states

    def minds_at(self, number: int) -> list[State]:
        """The states in which paths come to a stop."""
        return self._by_stop.get(number, [])

    def taken(self, exit: Exit) -> bool:
        """Whether any path leaves by this exit."""
        ways = [edge.against for edge in self._edges[exit.source] if edge.exit is exit]
        return any(not mind & against for _, mind in self.minds_at(exit.source) for against in ways)

    def has(self, state: State, word: str, id: str) -> bool:
        """Whether an event happened, a duty was met or excused, a milestone reached, a clock held."""
        return bool(state[1] & self.bits.bit(word, id))

    def denied(self, state: State, conditions: Iterable[FactTest]) -> FactTest | None:
        """The first of these conditions that the path's facts contradict."""
        return next((test for test in conditions if state[1] & self.bits.learn(test).against), None)

    def story(self, state: State) -> str:
        """The path to a state by its answers, and by the facts that were taken for granted."""
        said: list[str] = []
        came = self._came[state]
        while came is not None:
            before, edge = came
            if edge.exit is not None and edge.exit.answer is not None:
                answer = edge.exit.answer.answer
                shown = answer if len(answer) <= LONGEST else f"{answer[: LONGEST - 1].rstrip()}…"
                said.append(f'{self.flow.stops[before[0]].step.id} "{shown}"')
            taken = (text for bits, text in edge.assumed if before[1] & bits != bits)
            said.extend(reversed(tuple(taken)))
            came = self._came[before]
        return ", ".join(reversed(said))

    def on_path(self, state: State) -> str:
        """The path to a state as the end of a sentence ("" where there is one way only)."""
        story = self.story(state)
        return f" on the path {story}" if story else ""


def _opposite(test: FactTest) -> str:
    if test.value is False:
        return test.fact
    return f"not {test.fact}" if test.value is True else f"{test.fact} is not {test.value}"

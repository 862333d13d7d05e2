"""The way that a drill's incident takes: every question answered by lot, each loop taken once at most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from watchbill.graph.flow import Flow, flow_of
from watchbill.graph.stop import END, Stop
from watchbill.model.book import Book
from watchbill.model.response import Answer, Decision, Playbook, Wait
from watchbill.simulate.drill.lots import Lots
from watchbill.simulate.facts import Known
from watchbill.simulate.incident import Incident
from watchbill.simulate.play import play
from watchbill.simulate.roster import NeverOpenError, Roster
from watchbill.simulate.trace import Halt, Trace

_WAYS = 5
_MOST_ROUNDS = 500
_HOUR = 3600
# How long outsiders take where a step does not say how often they are asked again.
_DELAYS = (_HOUR, 4 * _HOUR, 24 * _HOUR)
NONE: Mapping[str, str] = MappingProxyType({})


class NoWayError(Exception):
    """No way to the end of the playbook was found; the argument says where it stands still."""


def way(
    book: Book, incident: Incident, lots: Lots, pinned: Mapping[str, str] = NONE, naming: str = ""
) -> Trace:
    """The incident played to its end, of five ways drawn the one that brings most duties and steps.

    `pinned` are answers of first visits that are given beforehand; of the others one that names
    `naming` is preferred. Raises NoWayError, and what `play` raises.
    """
    roster = Roster(book, incident.at)
    drawn = [
        _Way(book, incident, lots, f"way {number}", roster).drawn(pinned, naming)
        for number in range(_WAYS)
    ]
    best = max(drawn, key=_wealth)
    # A roster of its own: what had to be assumed is told of the roles of this way only.
    return play(book, best.incident)


def _wealth(trace: Trace) -> tuple[int, int]:
    duties = [one for one in trace.duties if one.status != "shown"]
    return len(duties), len(dict.fromkeys(trace.visited))


class _Way:
    """One way, mended answer by answer until it stands still nowhere."""

    def __init__(
        self, book: Book, incident: Incident, lots: Lots, name: str, roster: Roster
    ) -> None:
        playbook = book.get(Playbook, incident.playbook)
        if playbook is None:
            raise NoWayError(f"there is no playbook {incident.playbook}")
        self._book, self._incident, self._roster = book, incident, roster
        self._lots, self._name = lots, name
        self._flow: Flow = flow_of(playbook)
        self._asked = {step.id: (stop, step) for stop, step in self._flow.decisions}
        self._answers: dict[str, list[str]] = {}
        self._events: dict[str, list[int]] = {}

    def drawn(self, pinned: Mapping[str, str], naming: str) -> Trace:
        """The trace of a whole way."""
        for id, (_, step) in self._asked.items():
            fitting = [one for one in step.answers if naming and naming in one.answer]
            options = [one.answer for one in fitting or step.answers]
            self._answers[id] = [pinned.get(id) or self._pick(f"{id} 1", options)]
        for _ in range(_MOST_ROUNDS):
            trace = play(self._book, self._given(), self._roster)
            if not self._mended_answers(trace) and not self._mended_halts(trace):
                return trace
        raise NoWayError(f"no way to the end of {self._incident.playbook} was found")

    def _given(self) -> Incident:
        answers = {id: tuple(said) for id, said in self._answers.items()}
        events = {event: tuple(instants) for event, instants in self._events.items()}
        return self._incident._replace(answers=answers, events=events)

    def _pick(self, name: str, options: Sequence[str]) -> str:
        return self._lots.pick(f"{self._name} {name}", options)

    def _mended_answers(self, trace: Trace) -> bool:
        """Whether an answer was drawn anew: for another visit, or because an earlier one denies it."""
        known = Known(self._book.switches(), self._incident.facts)
        visits = Counter[str]()
        for one in trace.happenings:
            if one.kind != "answer":
                continue
            visits[one.step] += 1
            visit, said = visits[one.step], self._answers[one.step]
            stop, step = self._asked[one.step]
            options = self._options(stop, step, visit)
            true = [each for each in options if not known.contradicted(each.means)]
            given = next(each for each in step.answers if each.answer == one.what)
            if visit > len(said):
                said.append(self._pick(f"{one.step} {visit}", _words(true or options)))
                return True
            if true and given not in true and known.contradicted(given.means):
                said[visit - 1] = self._pick(f"{one.step} {visit} anew", _words(true))
                return True
            for test in given.means:
                known.learn(test)
        return False

    def _options(self, stop: Stop, step: Decision, visit: int) -> tuple[Answer, ...]:
        """The answers of a visit; from the second visit on those that do not lead back, if there are any."""
        if visit == 1:
            return step.answers
        exits = self._flow.exits[stop.number]
        onward = tuple(
            exit.answer
            for exit in exits
            if exit.answer and not self._back(stop.number, exit.target)
        )
        return onward or step.answers

    def _back(self, number: int, target: int) -> bool:
        return target != END and (target == number or number in self._flow.after(target))

    def _mended_halts(self, trace: Trace) -> bool:
        """Whether what stood still first goes on now. Raises NoWayError where nothing helps."""
        halts = [halt for halt in trace.halts if halt.kind != "line"]
        if not halts:
            if trace.halts:
                raise NoWayError(f"{trace.halts[0].step} waits for a line that never ends")
            return False
        halt = min(halts, key=lambda one: one.at)
        if halt.kind == "staff":
            raise NeverOpenError(halt.what)
        if halt.kind == "event":
            self._happens(halt)
            return True
        if not self._onward(halt):
            raise NoWayError(f"no way leads on from {halt.step}")
        return True

    def _happens(self, halt: Halt) -> None:
        """An outside event comes after the wait began, at the time of a reminder where there are any."""
        step = self._flow.stops[self._flow.numbers[halt.step]].step
        every = step.remind.nominal_seconds if isinstance(step, Wait) and step.remind else 0
        delays = (every, 2 * every) if every else _DELAYS
        lot = self._lots.number(f"{self._name} {halt.step} {halt.visit}", len(delays))
        found = self._events.setdefault(halt.what, [])
        found.append(halt.at - self._incident.at + delays[lot])

    def _onward(self, halt: Halt) -> bool:
        """Whether another answer leads out of a loop that may not be taken so often."""
        if halt.step not in self._asked:
            return False
        stop, step = self._asked[halt.step]
        said = self._answers[halt.step]
        fitting = [one for one in _words(self._options(stop, step, 2)) if one != said[-1]]
        if not fitting:
            return False
        said[-1] = self._pick(f"{halt.step} onward", fitting)
        return True


def _words(answers: Sequence[Answer]) -> list[str]:
    return [one.answer for one in answers]

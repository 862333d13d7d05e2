"""A playbook's lines walked in the order of time: each step waits, works, ends, and leads on.

Steps follow one another in their line; side lines run beside the main line. Whatever a step or its
answer brings about happens at the step's end.
"""

from heapq import heappop, heappush

from watchbill.graph.flow import Flow
from watchbill.graph.stop import END, MAIN, NOWHERE, Exit, Path, Stop
from watchbill.model.response import Decision, Task, Wait
from watchbill.simulate.facts import Known
from watchbill.simulate.incident import Incident
from watchbill.simulate.log import Log
from watchbill.simulate.roster import NeverOpenError, Roster
from watchbill.simulate.trace import Halt

_MOST_VISITS = 10_000


class Course:
    """One walk. Afterwards its `log` holds what happened.

    `ready` says from which instant a role is there; a role that is not in it costs its answer time
    once, from its next open instant on.
    """

    def __init__(
        self, flow: Flow, incident: Incident, roster: Roster, known: Known, ready: dict[str, int]
    ) -> None:
        self.flow, self.incident, self.roster, self.known = flow, incident, roster, known
        self.ready = dict(ready)
        self.log = Log()
        self.ended: dict[str, int] = {}
        self._visits: dict[int, int] = {}
        self._taken: dict[Path, int] = {}
        self._queue: list[tuple[int, bool, int, int]] = []
        self._parked: list[tuple[str, int, int]] = []
        self._started: dict[str, None] = {}
        self._count = 0

    def walk(self, start: int) -> int | None:
        """Walks all lines from `start`. Returns when the last one ended; None where one stood still."""
        self._start_line(MAIN, start)
        while self._queue:
            at, arriving, _, number = heappop(self._queue)
            stop = self.flow.stops[number]
            try:
                if arriving:
                    self._arrive(stop, at)
                else:
                    self._finish(stop, at)
            except NeverOpenError as error:
                self.log.halt(Halt(at, "staff", stop.step.id, str(error)), stop)
        for line, number, at in self._parked:
            stop = self.flow.stops[number]
            self.log.halt(Halt(at, "line", stop.step.id, line), stop)
        return None if self.log.halts else max(self.ended.values(), default=start)

    # Lines.

    def _push(self, at: int, arriving: bool, number: int) -> None:
        # At one instant what ends is taken before what begins: facts set by an end are known then.
        self._count += 1
        heappush(self._queue, (at, arriving, self._count, number))

    def _start_line(self, line: str, at: int) -> None:
        if line in self._started or line not in self.flow.lines:
            return
        self._started[line] = None
        if line:
            self.log.line(at, "line", line)
        numbers = self.flow.lines[line]
        self._go(line, numbers.start if numbers else END, at)

    def _go(self, line: str, target: int, at: int) -> None:
        if target not in (END, NOWHERE):
            self._push(at, True, target)
            return
        self.ended[line] = at
        self.log.line(at, "line-end", line)
        still, self._parked = self._parked, []
        for _, number, since in still:
            self._push(max(since, at), True, number)

    # Steps.

    def _arrive(self, stop: Stop, at: int) -> None:
        """A line comes to a step: it is passed over, waits for others, or begins."""
        step = stop.step
        if not self._wanted(stop):
            self.log.say(at, "pass", "", stop)
            self._go(stop.line, self.flow.below[stop.number], at)
            return
        running = [one for one in step.wait_for if one in self._started and one not in self.ended]
        if running:
            self._parked.append((running[0], stop.number, at))
            return
        if step.earliest and at < self.incident.at + step.earliest.nominal_seconds:
            self._push(self.incident.at + step.earliest.nominal_seconds, True, stop.number)
            return
        visit = self._visits[stop.number] = self._visits.get(stop.number, 0) + 1
        if visit > _MOST_VISITS:
            self.log.halt(Halt(at, "loop", step.id, step.id, visit), stop)
        elif isinstance(step, Wait):
            self._wait(stop, step, at, visit)
        else:
            self._begin(stop, step, at)

    def _wanted(self, stop: Stop) -> bool:
        """Whether the step's facts hold. A fact that nobody has established does not."""
        for test in stop.step.only_if:
            holds = self.known.holds(test)
            if holds is None:
                told = f"`{test.fact}` is not known at {stop.step.id}: taken as not so"
                self.log.doubts[told] = None
                holds = test.value is False
            if not holds:
                return False
        return True

    def _wait(self, stop: Stop, step: Wait, begin: int, visit: int) -> None:
        instants = self.incident.events.get(step.wait, ())
        if visit > len(instants):
            self.log.halt(Halt(begin, "event", step.id, step.wait, visit), stop)
            return
        end = max(begin, self.incident.at + instants[visit - 1])
        self.log.say(begin, "wait", step.wait, stop, until=end)
        self._push(end, False, stop.number)

    def _begin(self, stop: Stop, step: Task | Decision, begin: int) -> None:
        there = max(self._call(stop, role, begin) for role in (step.role, step.second) if role)
        second = step.second or ""
        end = self.roster.done(step.role, second, step.people, there, step.takes.nominal_seconds)
        works = self.roster.opens(step.role, second, step.people, there)
        lead = self.roster.lead(step.role, works)
        member = lead.member if lead else ""
        what = step.ask if isinstance(step, Decision) else step.title
        self.log.say(works, "begin", what, stop, (step.role, member), end)
        self._push(end, False, stop.number)

    def _call(self, stop: Stop, role: str, at: int) -> int:
        """When a role that a step needs at an instant is there."""
        if role not in self.ready:
            self.ready[role] = self.roster.answered(role, at)
            opens = self.roster.opens(role, "", 1, at)
            lead = self.roster.lead(role, opens)
            member = lead.member if lead else ""
            self.log.say(at, "call", "", stop, (role, member), self.ready[role])
        return max(at, self.ready[role])

    # The end of a step.

    def _finish(self, stop: Stop, at: int) -> None:
        step, exits = stop.step, self.flow.exits[stop.number]
        if isinstance(step, Wait):
            self.log.mark(step.wait, at, stop)
            self._leave(stop, exits[0], at)
            return
        self.log.say(at, "end-work", "", stop, (step.role, ""))
        exit = self._answered(stop, step, exits, at) if isinstance(step, Decision) else exits[0]
        self.log.effects(stop, step, at)
        if exit is not None and exit.answer is not None:
            self.log.answer(stop, exit.answer, at, self.known)
        starts = step.starts if exit is None or exit.answer is None else exit.answer.starts
        for line in dict.fromkeys((*step.starts, *starts)):
            self._start_line(line, at)
        if exit is not None:
            self._leave(stop, exit, at)

    def _answered(
        self, stop: Stop, step: Decision, exits: tuple[Exit, ...], at: int
    ) -> Exit | None:
        """The exit of the answer that the incident gives on this visit; None where the line stands still."""
        visit = self._visits[stop.number]
        given = self.incident.answers.get(step.id, ())
        options = tuple(answer.answer for answer in step.answers)
        if not given or (visit > len(given) > 1):
            self.log.halt(Halt(at, "answer", step.id, step.ask, visit, options), stop)
            return None
        said = given[0] if len(given) == 1 else given[visit - 1]
        if said not in options:
            self.log.halt(Halt(at, "no-such-answer", step.id, said, visit, options), stop)
            return None
        self.log.say(at, "answer", said, stop)
        return exits[options.index(said)]

    def _leave(self, stop: Stop, exit: Exit, at: int) -> None:
        taken = self._taken[exit.path] = self._taken.get(exit.path, 0) + 1
        if exit.at_most is not None and taken > exit.at_most:
            what = exit.answer.answer if exit.answer else exit.go
            self.log.halt(Halt(at, "loop", stop.step.id, what, taken), stop)
            return
        later = exit.again_after.nominal_seconds if exit.again_after else 0
        self._go(stop.line, exit.target, at + later)

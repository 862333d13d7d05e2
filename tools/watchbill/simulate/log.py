"""What a walk through a playbook writes down: what happened, what was met, reached, marked and asked."""

from typing import NamedTuple

from watchbill.graph.stop import Stop
from watchbill.model.response import Answer, Decision, Task
from watchbill.simulate.facts import Known
from watchbill.simulate.trace import Halt, Happening


class First(NamedTuple):
    """The first time that a duty was met or excused, or a milestone reached: when, at which step, why."""

    at: int
    step: str
    reason: str = ""


class Log:
    """The record of one walk; it only grows."""

    def __init__(self) -> None:
        self.happenings: list[Happening] = []
        self.met: dict[str, First] = {}
        self.reached: dict[str, First] = {}
        self.excused: dict[str, First] = {}
        self.marks: list[tuple[str, int]] = []
        self.severities: list[tuple[int, str]] = []
        self.answers: list[tuple[str, str]] = []
        self.messages: list[str] = []
        self.opens: list[str] = []
        self.halts: list[Halt] = []
        self.doubts: dict[str, None] = {}

    def say(
        self,
        at: int,
        kind: str,
        what: str,
        stop: Stop,
        who: tuple[str, str] = ("", ""),
        until: int = 0,
    ) -> None:
        """Writes down that something happens at a step; `who` is a role and its member."""
        self.happenings.append(
            Happening(at, kind, what, stop.step.id, stop.line, *who, until, stop.path)
        )

    def line(self, at: int, kind: str, line: str) -> None:
        """Writes down that a line begins or ends."""
        self.happenings.append(Happening(at, kind, line, line=line))

    def mark(self, event: str, at: int, stop: Stop) -> None:
        """An event happens."""
        self.marks.append((event, at))
        self.say(at, "mark", event, stop)

    def halt(self, halt: Halt, stop: Stop) -> None:
        """A line stands still."""
        self.halts.append(halt)
        self.say(halt.at, "halt", halt.what, stop)

    def effects(self, stop: Stop, part: Task | Decision | Answer, at: int) -> None:
        """What the end of a step, or an answer, brings about; side lines aside."""
        for event in part.marks:
            self.mark(event, at, stop)
        for duty in part.discharges:
            self.met.setdefault(duty, First(at, stop.step.id))
            self.say(at, "discharge", duty, stop)
        for milestone in part.reaches:
            self.reached.setdefault(milestone, First(at, stop.step.id))
            self.say(at, "reach", milestone, stop)
        for message in () if isinstance(part, Answer) else part.messages:
            self.messages.append(message)
            self.say(at, "message", message, stop)

    def answer(self, stop: Stop, answer: Answer, at: int, known: Known) -> None:
        """What an answer brings about besides: facts, excuses, severity, other playbooks."""
        self.answers.append((stop.step.id, answer.answer))
        for test in answer.means:
            if not known.learn(test):
                self.doubts[f'{stop.step.id} says "{test}" against an earlier answer'] = None
            self.say(at, "fact", test.text, stop)
        self.effects(stop, answer, at)
        for id, reason in answer.excuses.items():
            self.excused.setdefault(id, First(at, stop.step.id, reason))
            self.say(at, "excuse", id, stop)
        if answer.severity:
            self.severities.append((at, answer.severity))
            self.say(at, "severity", answer.severity, stop)
        for playbook in answer.opens:
            self.opens.append(playbook)
            self.say(at, "open", playbook, stop)

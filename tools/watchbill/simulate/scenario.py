"""Scenarios played: the incidents that one stands for, and what came of each against what it expects."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from watchbill.model.book import Book
from watchbill.model.scenario import Given, Scenario
from watchbill.model.types import parse_duration
from watchbill.simulate.expect import Miss, misses
from watchbill.simulate.incident import Incident
from watchbill.simulate.matrix import NoPathError
from watchbill.simulate.play import play
from watchbill.simulate.roster import NeverOpenError
from watchbill.simulate.trace import Trace
from watchbill.timeline.zones import seconds


class Run(NamedTuple):
    """A scenario played once. `label` tells the runs of one scenario apart ("" where there is one).

    `trace` is None where it could not be played, and `refused` then says why.
    """

    scenario: str
    label: str
    trace: Trace | None
    misses: tuple[Miss, ...] = ()
    refused: str = ""

    @property
    def passed(self) -> bool:
        """Whether everything came as expected, and the case went to its end."""
        return self.trace is not None and not self.trace.halts and not self.misses

    @property
    def name(self) -> str:
        """The scenario with its label."""
        return f"{self.scenario} ({self.label})" if self.label else self.scenario


def runs(book: Book, scenario: Scenario) -> Iterator[Run]:
    """Plays a scenario for every combination that its `for` asks for."""
    for label, incident in incidents(scenario):
        refused = _refusal(book, incident)
        if refused:
            yield Run(scenario.id, label, None, (), refused)
            continue
        try:
            trace = play(book, incident)
        except NoPathError as error:
            yield Run(scenario.id, label, None, (), str(error.args[0]))
        except NeverOpenError as error:
            yield Run(scenario.id, label, None, (), f"nobody ever stands {error}")
        else:
            yield Run(scenario.id, label, trace, tuple(misses(scenario.expect, trace)))


def _refusal(book: Book, incident: Incident) -> str:
    if not incident.at:
        return "it says no instant, neither under `given` nor under `for`"
    if incident.playbook and not book.has(f"playbook:{incident.playbook}"):
        return f"there is no playbook `{incident.playbook}`"
    if incident.at % 60:
        return "an incident starts at a whole minute"
    return ""


def incidents(scenario: Scenario) -> Iterator[tuple[str, Incident]]:
    """Each incident of a scenario with the label that tells it from the others."""
    given, each = scenario.given, scenario.each
    instants = (each.instant if each else ()) or ((given.instant,) if given.instant else ())
    regions = (each.region if each else ()) or (given.region or "",)
    severities = (each.severity if each else ()) or (given.severity or "",)
    for instant, region, severity in product(instants, regions, severities):
        label = [instant.isoformat()] if len(instants) > 1 else []
        label += [region] if len(regions) > 1 else []
        label += [severity] if len(severities) > 1 else []
        yield ", ".join(label), _incident(given, seconds(instant), region, severity)
    if not instants:
        yield "", _incident(given, 0, regions[0], severities[0])


def _incident(given: Given, at: int, region: str, severity: str) -> Incident:
    answers = {
        step: (said,) if isinstance(said, str) else said for step, said in given.answers.items()
    }
    events = {
        event: tuple(parse_duration(one[1:]).nominal_seconds for one in instants)
        for event, instants in given.events.items()
    }
    return Incident(
        at,
        given.playbook or "",
        given.harm or "",
        severity,
        region,
        given.facts,
        answers,
        events,
        frozenset(given.silent),
    )

"""The scenarios of a bundle of evidence, played in the book that stood at the end."""

from collections.abc import Iterator

from watchbill.cli.evidence_documents import Stored
from watchbill.cli.evidence_gate import Gate
from watchbill.diff.walked import Point
from watchbill.model.scenario import Scenario
from watchbill.report.evidence.bundle import Trial
from watchbill.report.trace import text
from watchbill.report.trace_tests import faults
from watchbill.simulate.scenario import runs

_WITHHELD = "its timeline is withheld from these readers"


def trials(gate: Gate, last: Point, laid: Stored) -> Iterator[Trial]:
    """Each run of each scenario that the readers may see; the timelines are laid down."""
    loaded = last.loaded
    if loaded is None:
        return
    seen = gate.seen(loaded.book)
    for key in last.concern.trials:
        scenario = loaded.book.find(key)
        if not isinstance(scenario, Scenario) or not seen.shows(key):
            continue
        played = list(runs(loaded.book, scenario))
        timeline = "\n".join(text(run.trace) for run in played if run.trace)
        about = f"playbook:{scenario.given.playbook}"
        open_ = seen.untold(about, timeline) and gate.strictly(timeline)
        path = f"scenarios/{scenario.id}.txt" if open_ and timeline else ""
        if path:
            laid.files[path] = timeline.encode()
        for run in played:
            words = tuple(word for _, word in faults(run, loaded.places.at))
            title = scenario.title
            said = words if open_ else (_WITHHELD,)
            yield Trial(key, title, run.label, run.passed, said, path)

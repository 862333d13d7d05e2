"""The report that a drill begins with: a trigger of the playbook that does not gainsay its answers."""

import re

from watchbill.graph.flow import flow_of
from watchbill.model.response import Playbook
from watchbill.simulate.drill.lots import Lots
from watchbill.simulate.trace import Trace

_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z]\w{3,}")
_ALONE = re.compile(r"^[A-Z]\w{3,}(?=$| \(| [A-Z])")


def trigger_of(playbook: Playbook, trace: Trace, lots: Lots) -> str:
    """The report: a trigger by lot, yet none with a name that only answers carry which were not given."""
    given, others = set[str](), set[str]()
    said = dict(trace.answers)
    for _, step in flow_of(playbook).decisions:
        for one in step.answers:
            (given if said.get(step.id) == one.answer else others).update(_names(one.answer))
    denied = {name[:5] for name in others} - {name[:5] for name in given}
    fitting = [one for one in playbook.triggers if not denied & {n[:5] for n in _names(one)}]
    fits = {one: _agrees(playbook, trace, one) for one in fitting or playbook.triggers}
    most = max(fits.values())
    return lots.pick("trigger", [one for one, agrees in fits.items() if agrees == most])


def _agrees(playbook: Playbook, trace: Trace, trigger: str) -> int:
    """How well a trigger goes with the answers: names that they share, questions in its words that have a yes.

    A question in its words that is answered with no counts against it.
    """
    asks = {step.id: step.ask for _, step in flow_of(playbook).decisions}
    found = 0
    for id, said in dict(trace.answers).items():
        found += bool({n[:5] for n in _names(said)} & {n[:5] for n in _names(trigger)})
        if len(_stems(asks[id]) & _stems(trigger)) > 1:
            found += {"yes": 1, "no": -1}.get(re.split(r"\W", said.casefold())[0], 0)
    return found


def _stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w{6,}", text.casefold())}


def _names(text: str) -> set[str]:
    """The proper names in a line: capitals inside a sentence, and a first word that stands for itself."""
    return {*_NAME.findall(text), *_ALONE.findall(text)}

"""The proofs of a bundle of evidence as its readers may see them: each playbook in each state."""

from collections.abc import Iterator, Sequence

from watchbill.cli.evidence_gate import Gate, Seen
from watchbill.cli.evidence_turns import Work
from watchbill.diff.walked import Point
from watchbill.load.loaded import Loaded
from watchbill.model.response import Playbook
from watchbill.report.evidence.bundle import Proof, State
from watchbill.simulate.proof.summary import Row, Summary

_UNTOLD = "withheld: not every step is for these readers"
_FAULTS = "it has faults and cannot be proven"
_WAYS = "there are too many ways through it to prove any of it"
_NONE = "no clock of it runs in this playbook that can be proven"


def proofs(work: Work, states: Sequence[State], points: Sequence[Point]) -> Iterator[Proof]:
    """Each playbook of each state, its clocks at their worst from the day of the state on."""
    for state, point in zip(states, points, strict=True):
        if not point.readable or point.loaded is None:
            yield Proof(state.number, "", None, f"not proven: {point.faults}")
            continue
        seen, loaded = work.gate.seen(point.loaded.book), _judged(state, point, point.loaded)
        for key in point.concern.playbooks:
            playbook = loaded.book.find(key)
            if seen.shows(key) and isinstance(playbook, Playbook):
                found = work.proofs.summary(loaded, playbook, _laws(point))
                yield _proof(work, state, seen, key, found)


def _judged(state: State, point: Point, loaded: Loaded) -> Loaded:
    """The book of a state, judged as its proofs are: one for all its playbooks, which share who is there when."""
    if state.judged == point.mark.made or point.stand is None:
        return loaded
    return point.stand.loaded(state.judged)


def _proof(work: Work, state: State, seen: Seen, key: str, found: Summary | None) -> Proof:
    if found is None or found.too_many:
        return Proof(state.number, key, None, _FAULTS if found is None else _WAYS)
    rows = tuple(_row(work.gate, seen, key, row) for row in found.rows if _law_shown(seen, row))
    if not rows:
        return Proof(state.number, key, None, _NONE)
    return Proof(state.number, key, found._replace(rows=rows))


def _law_shown(seen: Seen, row: Row) -> bool:
    """Whether the readers may see the law whose clock it is; a promise is no law."""
    return row.kind == "target" or seen.shows(f"obligation:{row.id}")


def _laws(point: Point) -> frozenset[str]:
    """The laws alone whose clocks are asked for; none where another document is."""
    keys = point.concern.subjects
    laws = frozenset(key.partition(":")[2] for key in keys if key.startswith("obligation:"))
    return laws if len(laws) == len(keys) else frozenset()


def _row(gate: Gate, seen: Seen, key: str, row: Row) -> Row:
    """A clock with its sum and its way, or with neither where these tell too much."""
    words = (row.path, row.when, row.sum, *(word for step in row.way for word in step))
    if seen.untold(key, *words) and gate.strictly(*words):
        return row
    return row._replace(path="-", when="withheld", sum=_UNTOLD, way=())

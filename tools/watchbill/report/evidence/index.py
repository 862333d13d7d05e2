"""The index of a bundle as Markdown: what a lawyer reads first. Nothing that it quotes means anything to Markdown."""

from collections.abc import Iterable, Iterator

from watchbill.report.archive import LIST
from watchbill.report.changes import headline
from watchbill.report.evidence.bundle import CHANGE, END, FIRST, START, Bundle, Proof, State
from watchbill.report.evidence.turns import turns
from watchbill.report.evidence.words import inert, people, rows, when
from watchbill.simulate.proof.summary import ASSUMPTIONS

_NAMES = (
    "Names are those that Git holds, without addresses. A name, and a line such as Reviewed-by, are what a commit"
    " claims; only a signature that somebody checks, or the reviews where the change was proposed, show that it is so."
)
_WHY = {
    START: "as it stood when the period began",
    FIRST: "the first commit that has any of it",
    CHANGE: "after a change",
    END: "as it stood when the period ended",
}


def index(bundle: Bundle) -> str:
    """The whole page."""
    parts = [
        _head(bundle),
        _part("What could not be shown", _missing(bundle)),
        _part("What is in here", _contents(bundle)),
        _part("What it said", _facts(bundle)),
        _part("In order of time", _states(bundle)),
        _part("Each change", turns(bundle)),
        _part("Proof", _proofs(bundle)),
        _part("Scenarios, played at the end of the period", _trials(bundle)),
        _part("Findings that were accepted", _accepted(bundle)),
        _part("Versions of documents", _versions(bundle)),
    ]
    return "\n".join(parts)


def _part(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"## {title}", "", *lines, ""])


def _head(bundle: Bundle) -> str:
    asked = bundle.asked
    titles = ", ".join(f"{inert(title)} ({inert(key)})" for key, title in bundle.titles)
    reader = f", {inert(asked.reader)}" if asked.reader else ""
    last = bundle.states[-1]
    return "\n".join(
        [
            f"# Evidence: {titles}",
            "",
            f"- Asked for: {inert(asked.words)}",
            f"- Period: {asked.start.isoformat()} to {asked.end.isoformat()}, days in UTC, both included",
            f"- Commits: {bundle.states[0].commit} to {last.commit}, along the main line (first parents)",
            f"- Readers: {inert(asked.audience)}{reader}",
            f"- Made by {inert(bundle.tool)}, tz database {inert(bundle.tz)}. The same commits give the same bytes.",
            f"- To check it: `sha256sum --check {LIST}` in the unpacked folder, or `watchbill evidence --check FILE`.",
            "",
            _NAMES,
            "",
        ]
    )


def _missing(bundle: Bundle) -> Iterator[str]:
    for one in bundle.missing:
        yield f"- {inert(one)}"
    if not bundle.missing:
        yield "Nothing that was looked for is missing."


def _contents(bundle: Bundle) -> Iterator[str]:
    laid = sum(1 for one in bundle.versions if one.path)
    told = sum(1 for one in bundle.turns if one.comparison)
    yield from rows(
        ("Where", "What"),
        [
            ("INDEX.md", "this page"),
            ("index.json", "the same for machines; index.schema.json is its form"),
            ("documents/", f"{laid} versions of documents, one file each"),
            ("changes/", f"what changed in meaning, {told} times: text and JSON"),
            ("proofs/", "the worst minute of each clock with its sum, by state: text and JSON"),
            ("scenarios/", "the timeline of each scenario, as played at the end"),
            (LIST, "the hash of every other file"),
        ],
    )


def _facts(bundle: Bundle) -> Iterator[str]:
    for key, title in bundle.titles:
        yield f"### {inert(title)}"
        yield ""
        own = [one for one in bundle.facts if one.key == key]
        for fact in own:
            state = bundle.states[fact.state]
            yield f"From state {fact.state} ({when(state.made)}, commit {state.commit[:12]}):"
            yield ""
            yield from rows(("Field", "What it said"), fact.rows)
            yield ""
        if not own:
            yield "It cannot be read in any state of the period."
            yield ""


def _states(bundle: Bundle) -> Iterator[str]:
    said = {one.state: one for one in bundle.turns}

    def row(state: State) -> tuple[str, ...]:
        turn = said.get(state.number)
        meaning = ""
        if turn is not None:
            meaning = headline(turn.comparison) if turn.comparison else turn.why_not
        by = people(turn.commits) if turn else ""
        why = _WHY[state.why] + (f"; {state.faults}" if state.faults else "")
        return (str(state.number), when(state.made), state.commit[:12], why, by, meaning)

    heads = (
        "State",
        "Commit made (UTC)",
        "Commit",
        "Why it is here",
        "By",
        "What changed in meaning",
    )
    yield from rows(heads, map(row, bundle.states))


def _proofs(bundle: Bundle) -> Iterator[str]:
    told = _stretches(bundle)
    if not told:
        yield "No playbook that acts on it was found in any state."
        return
    heads = (
        "States",
        "Looks ahead from",
        "Playbook",
        "Clock",
        "At its worst",
        "Worst minute",
        "Sum",
    )
    yield from rows(heads, ((_range(numbers), day, *words) for words, (numbers, day) in told))
    yield ""
    yield f"Every minute of the days ahead is looked at. Feasible if: {inert('; '.join(ASSUMPTIONS))}."


def _stretches(bundle: Bundle) -> list[tuple[tuple[str, ...], tuple[list[int], str]]]:
    """What was proven, each with the states in a row for which it is the same, and the first of their days."""
    open_: dict[tuple[str, ...], tuple[list[int], str]] = {}
    told: list[tuple[tuple[str, ...], tuple[list[int], str]]] = []
    for number, state in enumerate(bundle.states):
        here = [words for one in bundle.proofs if one.state == number for words in _proof(one)]
        open_ = {words: kept for words, kept in open_.items() if words in here}
        for words in here:
            if words not in open_:
                open_[words] = ([], f"{state.judged:%Y-%m-%d}")
                told.append((words, open_[words]))
            open_[words][0].append(number)
    return told


def _proof(one: Proof) -> Iterator[tuple[str, ...]]:
    if one.summary is None:
        yield (one.playbook, one.why_not, "", "", "")
        return
    for row in one.summary.rows:
        name = f"{row.severity} {row.id}" if row.severity else row.id
        late = "LATE, " * row.late
        yield (one.playbook, f"{row.kind}: {name}", f"{late}{row.left}", row.when, row.sum)


def _range(numbers: list[int]) -> str:
    first, last = numbers[0], numbers[-1]
    return str(first) if first == last else f"{first} to {last}"


def _trials(bundle: Bundle) -> Iterator[str]:
    told = [
        (
            f"{one.key} ({one.label})" if one.label else one.key,
            one.title,
            "as expected" if one.passed else "FAILED",
            "; ".join(one.words),
            one.path,
        )
        for one in bundle.trials
    ]
    if told:
        yield from rows(("Scenario", "Title", "Result", "What came otherwise", "Timeline"), told)
    else:
        yield "No scenario that these readers may see tries it."


def _accepted(bundle: Bundle) -> Iterator[str]:
    told = [
        (one.key, one.rule, one.reason, one.until.isoformat(), f"{one.first} to {one.last}")
        for one in bundle.accepted
    ]
    if told:
        yield from rows(("Document", "Rule", "Reason", "Last day", "States"), told)
    else:
        yield "None, in the documents that are shown."


def _versions(bundle: Bundle) -> Iterator[str]:
    told = [(one.key, str(one.state), one.path, one.file, one.note) for one in bundle.versions]
    yield from rows(("Document", "From state", "In here", "File in Git", "Note"), told)

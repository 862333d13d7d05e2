"""Each change of a bundle in the index: who made it, what it means, who had to agree, and who is known to have."""

from collections.abc import Iterator

from watchbill.load.history import Commit
from watchbill.report.changes import Placed, headline, values
from watchbill.report.evidence.bundle import Agreement, Bundle, Turn, stem
from watchbill.report.evidence.words import inert, rows, when


def turns(bundle: Bundle) -> Iterator[str]:
    """All of them, in order of time."""
    for one in bundle.turns:
        yield from _turn(bundle, one)
    if not bundle.turns:
        yield "Nothing that is concerned changed in the period."


def _turn(bundle: Bundle, one: Turn) -> Iterator[str]:
    state = bundle.states[one.state]
    yield f"### State {one.state}: {when(state.made)} UTC"
    yield ""
    for commit in one.commits:
        yield f"- {_commit(bundle, commit)}"
    for commit in one.brought:
        yield f"  - brought in: {_commit(bundle, commit)}"
    if one.comparison is None:
        yield f"- Not compared: {inert(one.why_not)}"
    else:
        yield f"- In meaning: {inert(headline(one.comparison))} (changes/{stem(state)}.txt)"
    if one.withheld:
        yield f"- Withheld from these readers: {one.withheld} change{'s' * (one.withheld > 1)}"
    yield from _agreement(one)
    yield ""
    if one.comparison and one.comparison.placed:
        heads = ("Direction", "Document", "What", "Before and after", "Example")
        yield from rows(heads, map(_row, one.comparison.placed))
        yield ""


def _row(placed: Placed) -> tuple[str, ...]:
    change = placed.change
    way = f"{change.direction.value}, {change.weight.value}"
    return (way, change.subject, change.what, values(change), change.example)


def _commit(bundle: Bundle, one: Commit) -> str:
    parts = [f"commit {one.name} of {inert(one.author)}, {when(one.authored)} UTC"]
    if (one.committer, one.committed) != (one.author, one.authored):
        parts.append(f"committed by {inert(one.committer)}, {when(one.committed)} UTC")
    if len(one.parents) > 1:
        parts.append("a merge")
    if one.signed:
        parts.append("signature present, not checked")
    parts.extend(f"{name}: {inert(value)}" for name, value in one.trailers)
    subject = f": {inert(one.subject)}" if bundle.subjects_open and one.subject else ""
    return "; ".join(parts) + subject


def _agreement(one: Turn) -> Iterator[str]:
    agreement = one.agreement
    for team in agreement.teams:
        by = ", ".join(map(inert, team.approved_by)) or "not known"
        number = len(team.changes)
        yield f"- Had to agree: {inert(team.team)} ({number} change{'s' * (number != 1)}); approved by: {by}"
    if agreement.people > 1:
        yield f"- People who had to agree, at least: {agreement.people}"
    if agreement.complete is not None:
        yield f"- By the reviews, {'all have agreed' if agreement.complete else 'not all have agreed'}."
    yield f"- Approvals: {inert(_known(one, agreement))}"


def _known(one: Turn, agreement: Agreement) -> str:
    claims = any(commit.trailers for commit in (*one.commits, *one.brought))
    said = [agreement.source] if agreement.source else []
    said += ["what the commits above claim"] if claims else []
    known = (
        "; ".join(said) or "not known: neither the commits nor a file of reviews say who approved"
    )
    return f"{known}; {agreement.note}" if agreement.note else known

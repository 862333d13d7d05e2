"""What led from one state of a bundle of evidence to the next: commits, meaning, and who had to agree."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import watchbill
from watchbill.cli.evidence_gate import Gate, Seen
from watchbill.cli.evidence_proofs import Proofs, states_of
from watchbill.diff.approvals import Needed, needed
from watchbill.diff.books import Books
from watchbill.diff.change import Change
from watchbill.diff.compare import compare, felt_by
from watchbill.diff.effects import effects
from watchbill.diff.reviews import Reviews, approvals, read
from watchbill.diff.walked import Point, Walked, changed
from watchbill.errors import CannotRun
from watchbill.finding import Hit
from watchbill.load.history import Commit, brought, commits_of
from watchbill.load.loaded import Loaded
from watchbill.model.approvals import Approvals
from watchbill.report.changes import Comparison, Placed
from watchbill.report.evidence.bundle import Agreement, Team, Turn
from watchbill.timeline.zones import tz_version
from watchbill.where import Address, Place

_WITHHELD = "who had to agree is withheld from these readers"


class Work(NamedTuple):
    """What every turn needs: where, what was walked, who reads it, the proofs, and the reviews by commit."""

    root: str
    walked: Walked
    gate: Gate
    proofs: Proofs
    reviews: Mapping[str, Reviews]


def reviews_of(path: Path) -> dict[str, Reviews]:
    """The reviews in a file, by the full name of the commit on the main line.

    `{"commits": {"<commit>": {"author", "commit", "reviews", "teams"}}}`: for each commit what `watchbill approvals
    --reviews` reads. Raises CannotRun where it has another form.
    """
    try:
        data: Any = json.loads(path.read_text("utf-8"))
        rows = data.get("commits") if isinstance(data, dict) else None
        if not isinstance(rows, dict):
            raise ValueError("it has `commits`, with the reviews of each commit by its full name")  # noqa: TRY301, TRY004
        return {str(name): read(row) for name, row in rows.items()}
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"{path} cannot be read as reviews by commit: {error}") from None


def turns(work: Work) -> Iterator[Turn]:
    """What led to each state but the first."""
    points = work.walked.points
    readable, between = None, list[Point]()
    for number, point in enumerate(points):
        if number or not work.walked.based:
            between.append(point)
            yield _turn(work, number, readable, between)
        if point.readable:
            readable, between = point, []


def _turn(work: Work, number: int, before: Point | None, between: list[Point]) -> Turn:
    made = commits_of(work.root, (one.mark.name for one in between))
    commits = tuple(_open(work.gate, one) for one in made)
    others = tuple(
        _open(work.gate, one) for commit in made[-1:] for one in brought(work.root, commit)
    )
    point = between[-1]
    why = _why_not(before, point, first=number == 0, shallow=work.walked.shallow)
    if (
        why
        or before is None
        or before.loaded is None
        or point.stand is None
        or point.loaded is None
    ):
        return Turn(number, commits, others, None, why, 0, Agreement(note=""))
    # Both books are judged as at the later commit.
    earlier = before.stand.loaded(point.mark.made) if before.stand else before.loaded
    pair = (earlier, point.loaded)
    touched = changed(before, point)
    changes = _changes(work, pair, touched, {*before.concern.playbooks, *point.concern.playbooks})
    seen = (work.gate.seen(before.loaded.book), work.gate.seen(point.loaded.book))
    shown = _shown(work.gate, seen, touched, changes)
    exact = all(_exact(one, touched) for one in seen)
    comparison = Comparison(
        before.mark.name,
        point.mark.name,
        tuple(_placed(pair, one, exact) for one in shown),
        (),
        len(point.concern.keys),
        f"watchbill {watchbill.__version__}",
        tz_version(),
    )
    agreement = _agreement(work, seen, needed(_books(pair), changes), commits, shown)
    return Turn(
        number, commits, others, comparison, "", max(0, len(changes) - len(shown)), agreement
    )


def _open(gate: Gate, commit: Commit) -> Commit:
    """A commit without whatever its author wrote that the readers may not see."""

    def told(words: str) -> str:
        return words if gate.open(words) else "withheld"

    return commit._replace(
        author=told(commit.author),
        committer=told(commit.committer),
        subject=told(commit.subject),
        trailers=tuple((name, told(value)) for name, value in commit.trailers),
    )


def _why_not(before: Point | None, point: Point, *, first: bool, shallow: bool) -> str:
    if not point.readable:
        return f"{point.faults}; it is compared as a whole with the next state that can be read"
    if before is None:
        if first and shallow:
            return "the clone is shallow: what stood before is not in it"
        return "nothing of it stood before that can be read"
    return ""


def _books(pair: tuple[Loaded, Loaded]) -> Books:
    return Books(pair[0].book, pair[1].book)


def _changes(
    work: Work, pair: tuple[Loaded, Loaded], touched: frozenset[str], playbooks: set[str]
) -> list[Change]:
    """Every change of what is concerned, and what it does to the clocks of the playbooks that are."""
    books = _books(pair)
    found = list(compare(books, touched).changes)
    first, second = (
        partial(work.proofs.profiles.profile, one.book, states_of(one)) for one in pair
    )
    own = {key.partition(":")[2] for key in playbooks}
    found.extend(effects(books, felt_by(found) & own, (first, second)))
    return sorted(found, key=lambda one: one.order)


def _exact(seen: Seen, touched: frozenset[str]) -> bool:
    """Whether the readers may see a book as it is, as far as the change goes."""
    return (
        seen.part is not None
        and not seen.part.hidden
        and all(seen.whole(key) for key in touched if seen.book.card(key))
    )


def _shown(
    gate: Gate, seen: tuple[Seen, Seen], touched: frozenset[str], changes: list[Change]
) -> list[Change]:
    """The changes that the readers may see: those between the books as they may read them."""
    if all(_exact(one, touched) for one in seen):
        return changes
    if seen[0].part is None or seen[1].part is None:
        return []
    found = list(compare(Books(seen[0].part.book, seen[1].part.book), touched).changes)
    proven = (one for one in changes if one.kind.startswith("proof/"))
    found.extend(
        one
        for one in proven
        if seen[1].shows(one.subject)
        and gate.strictly(one.what, one.before, one.after, one.example)
    )
    return sorted(found, key=lambda one: one.order)


def _placed(pair: tuple[Loaded, Loaded], change: Change, exact: bool) -> Placed:
    """A change with its places; without them where the readers see another text than the file's."""
    if not exact:
        return Placed(change, None, None)
    return Placed(change, _place(pair[0], change.old), _place(pair[1], change.new))


def _place(loaded: Loaded, address: Address | None) -> Place | None:
    return loaded.places.place(Hit(address, "")) if address is not None else None


def _agreement(
    work: Work,
    seen: tuple[Seen, Seen],
    wanted: Needed,
    commits: tuple[Commit, ...],
    shown: list[Change],
) -> Agreement:
    """Who had to agree by the book before it, and who has by the reviews."""
    book = seen[0].book
    policies = [one.key for one in book.all(Approvals)]
    if not all(map(seen[0].shows, policies)):
        return Agreement(note=_WITHHELD)
    reviews = work.reviews.get(commits[-1].name) if commits else None
    standing = approvals(book, wanted, reviews) if reviews else None
    told = {f"{one.subject}: {one.what}" for one in shown}
    teams = []
    for team, changes in wanted.teams.items():
        by = (
            next((one.approved_by for one in standing.standings if one.team == team), ())
            if standing
            else ()
        )
        named = tuple(one for one in changes if one in told)
        if named and any(seen[0].shows(f"{kind}:{team}") for kind in ("team", "partner")):
            teams.append(Team(team, named, by))
    hidden = len(wanted.teams) - len(teams)
    notes = (
        [f"{hidden} more had to agree, of teams that these readers may not see"] if hidden else []
    )
    if not policies:
        notes.append("the book before it has no rows that say who must agree")
    notes += _tied(reviews, commits) if reviews else []
    return Agreement(
        tuple(teams),
        wanted.people,
        standing.complete if standing and not hidden else None,
        "the file of reviews" if standing else "",
        "; ".join(notes),
    )


def _tied(reviews: Reviews, commits: tuple[Commit, ...]) -> list[str]:
    """What is to be said of the commit that the reviews speak of."""
    if reviews.commit and reviews.commit not in {*commits[-1].parents, commits[-1].name}:
        return [
            f"the reviews are of commit {reviews.commit[:12]}, which Git does not tie to this one"
        ]
    return []

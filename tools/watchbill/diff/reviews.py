"""What reviewers said of a change, and whether those who must agree have agreed.

Reviews come as JSON: `{"author", "commit", "reviews": [{"user", "state", "commit", "at"}], "teams": {team: [user]},
"emergency": "why it cannot wait"}`; `emergency` may be left out, or empty where there is none. A team is named by its
id or by its handle on GitHub. States are GitHub's.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from watchbill.diff.approvals import Needed
from watchbill.diff.change import Change
from watchbill.model.book import Book
from watchbill.model.organization import Partner, Team
from watchbill.model.types import parse_instant

# An emergency change is looked at by all others within this time.
REVIEW_WITHIN = timedelta(hours=24)
_FIRST = datetime.min.replace(tzinfo=UTC)
_SPEAKS = frozenset(("APPROVED", "CHANGES_REQUESTED", "DISMISSED"))


class Review(NamedTuple):
    """What one reviewer said last: of which commit, and when."""

    user: str
    state: str
    commit: str
    at: datetime | None


class Reviews(NamedTuple):
    """All that was said of a change by `author` at `commit`; `teams` gives the users of each team.

    `emergency` is why the change cannot wait for all, "" where it can.
    """

    author: str
    commit: str
    said: tuple[Review, ...]
    teams: dict[str, frozenset[str]]
    emergency: str = ""


# Where nobody was asked yet.
NOTHING_SAID = Reviews("", "", (), {})


class Standing(NamedTuple):
    """One team that must agree: who of it has, and what it must agree to.

    `first` is the worst of its changes. `known` says whether anybody is known to be in it.
    """

    team: str
    approved_by: tuple[str, ...]
    changes: tuple[str, ...]
    first: Change | None = None
    known: bool = True


class Approvals(NamedTuple):
    """Whether a change may go in. `people` of the `wanted` have agreed; `stale` spoke of an older commit.

    `review_by` is when the review of an emergency change must be closed.
    """

    standings: tuple[Standing, ...]
    people: tuple[str, ...]
    wanted: int
    stale: tuple[str, ...]
    complete: bool
    emergency: str = ""
    review_by: datetime | None = None

    @property
    def missing(self) -> int:
        """How many must still agree, at the least."""
        if self.complete:
            return 0
        teams = sum(not one.approved_by for one in self.standings)
        return max(teams, self.wanted - len(self.people))


def read(data: Any) -> Reviews:
    """Reviews from their JSON. Raises ValueError where they have another form."""
    whole = data if isinstance(data, dict) else {}
    rows, teams = whole.get("reviews"), whole.get("teams", {})
    lists = [rows, *teams.values()] if isinstance(teams, dict) else [None]
    if not all(isinstance(one, list) for one in lists):
        raise ValueError("it has a list of `reviews`, and `teams` with a list of users for each")
    members = {str(name): frozenset(map(_name, users)) for name, users in teams.items()}
    said = sorted(map(_review, rows or ()), key=lambda one: (one.at is not None, one.at or _FIRST))
    author, commit = _name(whole.get("author", "")), str(whole.get("commit", ""))
    return Reviews(author, commit, tuple(said), members, str(whole.get("emergency") or "").strip())


def _name(user: object) -> str:
    """A user's name as GitHub compares it."""
    return str(user).lower().removeprefix("@")


def _review(row: Any) -> Review:
    found = row if isinstance(row, dict) else {}
    user, state, at = (found.get(name) for name in ("user", "state", "at"))
    if not user or not state:
        raise ValueError("each review has a `user` and a `state`")
    try:
        when = parse_instant(str(at)) if at else None
    except ValueError:
        raise ValueError(f"`{at}` is no instant; write it as 2026-11-23T12:00:00Z") from None
    return Review(_name(user), str(state).upper(), str(found.get("commit", "")), when)


def approvals(book: Book, wanted: Needed, reviews: Reviews, emergency: str = "") -> Approvals:
    """How a change stands. `book` is the one before it: its teams have the say.

    With a reason for an emergency, given here or with the reviews, one person of one of the teams is enough.
    """
    emergency = emergency or reviews.emergency
    last = {one.user: one for one in reviews.said if one.state in _SPEAKS}
    agreed = {user: one for user, one in last.items() if one.state == "APPROVED"}
    agreed.pop(reviews.author, None)
    stale = sorted(user for user, one in agreed.items() if _stale(one, reviews.commit))
    fresh = {user: one for user, one in agreed.items() if user not in stale}
    members = {team: _members(book, team, reviews.teams) for team in wanted.teams}
    standings = tuple(
        Standing(
            team,
            tuple(sorted(members[team] & fresh.keys())),
            changes,
            wanted.first.get(team),
            bool(members[team]) or reviews == NOTHING_SAID,
        )
        for team, changes in wanted.teams.items()
    )
    people = tuple(sorted({user for one in standings for user in one.approved_by}))
    whole = all(one.approved_by for one in standings) and len(people) >= wanted.people
    hurried = bool(emergency and people and not whole)
    times = [one.at for user, one in fresh.items() if user in people and one.at]
    return Approvals(
        standings,
        people,
        wanted.people,
        tuple(stale),
        whole or hurried,
        emergency if hurried else "",
        max(times) + REVIEW_WITHIN if hurried and times else None,
    )


def _stale(review: Review, commit: str) -> bool:
    """Whether a review is of another commit than the one that would go in, or does not say of which."""
    return bool(commit) and review.commit != commit


def _members(book: Book, team: str, teams: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found = teams.get(team, frozenset())
    for handle in _handles(book, team):
        found |= teams.get(handle, frozenset()) | teams.get(handle.removeprefix("@"), frozenset())
    return found


def _handles(book: Book, team: str) -> Iterator[str]:
    for kind in (Team, Partner):
        one = book.get(kind, team)
        if one is not None and one.github:
            yield one.github

"""The issue that asks for the review of an emergency change: who let it in, who must look, by when, what changed."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from watchbill.diff.open_reviews import OpenReview
from watchbill.load.text import shown
from watchbill.report.inert import BUDGET, inert, size
from watchbill.timeline import spoken
from watchbill.timeline.zones import seconds

Clocks = Sequence[tuple[str, str]]
"""Places with their zones."""


def title(review: OpenReview) -> str:
    """The title: nothing in it was written by others."""
    return f"Review the emergency change of pull request {review.pull}"


def body(head: Sequence[str], review: OpenReview, teams: Iterable[str], clocks: Clocks) -> str:
    """The issue without what changed. `head` are its first lines, `teams` who must look, as they are called."""
    by = f"by {spoken_by(review.close_by, clocks)}"
    let_in = ", ".join(map(inert, review.let_in)) or "nobody who is known"
    rows = [
        ("Why it could not wait", inert(review.reason) or "no reason was given"),
        ("Let in by", let_in),
        ("Went in", f"{review.merged_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"),
        ("Must look", ", ".join(teams) or "somebody else than the author"),
        ("Close this issue", by),
        ("Documents", ", ".join(map(inert, review.documents)) or "none that can be told"),
    ]
    table = "".join(f"| {name} | {words} |\n" for name, words in rows)
    return (
        "\n".join(head)
        + f"\nPull request #{review.pull} went in as an emergency, before all who must agree had agreed. Look at it as"
        " if it were not in yet. If it stands, say so here and close this issue; if not, take it back. Until then the"
        " pages that it touched say that they have not been reviewed.\n\n"
        f"| | |\n|---|---|\n{table}"
    )


def spoken_by(instant: datetime, clocks: Clocks) -> str:
    """An instant in UTC and on the clocks of the regions."""
    at = seconds(instant)
    local = [f"{spoken.brief(zone, at)} {inert(place)}" for place, zone in clocks]
    words = f"{spoken.brief('UTC', at)} UTC"
    return f"{words} ({'; '.join(local)})" if local else words


def room(top: str) -> int:
    """What is left of the budget for what changed."""
    return max(BUDGET - size(top) - 100, 0)


def whole(top: str, changed: str) -> str:
    """The issue with what changed below it. The mark of the comment that it is elsewhere is left out."""
    first, _, rest = changed.partition("\n")
    return f"{top}\n{rest if first.startswith('<!--') else changed}"


def could_not(top: str, why: str) -> str:
    """The issue where nothing could be compared. It never says that nothing changed."""
    return f"{top}\n**Could not compare:** {inert(shown(why, 1000))}\n"

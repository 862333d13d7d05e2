"""The issues that hold open reviews of emergency changes: written once, read back by their second line.

Closing the issue ends the review.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from watchbill.diff.open_reviews import OpenReview, as_data, from_data
from watchbill.diff.reviews import REVIEW_WITHIN
from watchbill.github.client import GitHub
from watchbill.github.issues import own
from watchbill.model.types import parse_instant

LABEL = "emergency-review"
_MARK = f"<!-- watchbill:{LABEL} v1 "
_PULL = re.compile(re.escape(_MARK) + r"pull=(\d{1,15}) -->")
_DATA = re.compile(r"<!-- watchbill:data (\{.*\}) -->")
# No text may end the comment that it stands in, nor call anybody.
_HARMLESS = (
    ("--", "\\u002d\\u002d"),
    ("@", "\\u0040"),
    ("://", ":\\/\\/"),
)


def mark(pull: int) -> str:
    """How the body of the review of a pull request begins."""
    return f"{_MARK}pull={pull} -->"


def data_line(review: OpenReview) -> str:
    """The review as the line that stands second in its issue."""
    words = json.dumps(as_data(review))
    for sign, other in _HARMLESS:
        words = words.replace(sign, other)
    return f"<!-- watchbill:data {words} -->"


def open_reviews(github: GitHub) -> Iterator[OpenReview]:
    """The reviews whose issues are open. Raises Refused.

    Of an issue whose second line somebody has spoilt, the pull request and the issue's own time are told.
    """
    for row in own(github, LABEL, _MARK, "open"):
        review = _review(row)
        if review is not None:
            url = str(row.get("html_url") or "")
            yield review._replace(
                issue=int(row["number"]), url=url if url.startswith("https://") else ""
            )


def opened_for(github: GitHub, pull: int) -> bool:
    """Whether there is a review of a pull request, open or closed. Raises Refused."""
    return next(own(github, LABEL, mark(pull)), None) is not None


def _review(row: dict[str, Any]) -> OpenReview | None:
    lines = str(row["body"]).replace("\r\n", "\n").split("\n")
    pull = _PULL.fullmatch(lines[0])
    if pull is None:
        return None
    found = _DATA.fullmatch(lines[1]) if len(lines) > 1 else None
    try:
        review = from_data(json.loads(found[1])) if found else None
    except (ValueError, RecursionError):
        review = None
    if review is not None and review.pull == int(pull[1]):
        return review
    try:
        made = parse_instant(str(row.get("created_at"))).astimezone(UTC)
    except ValueError:
        return None
    return OpenReview(int(pull[1]), "", made, made + REVIEW_WITHIN, (), (), "", ())

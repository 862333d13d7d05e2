"""Open reviews of emergency changes, out of the file that `watchbill github open-reviews` wrote."""

from pathlib import Path

from watchbill.diff.open_reviews import OpenReview, read
from watchbill.errors import CannotRun


def open_reviews(file: str) -> tuple[OpenReview, ...]:
    """The reviews in a file, the one that must close first in front. Raises CannotRun where it cannot be read."""
    try:
        return read(Path(file).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CannotRun(f"{file} cannot be read as open reviews: {error}") from None

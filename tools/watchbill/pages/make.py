"""A book to a built and checked site: edition, staging, builder, checks, then into place at once."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from watchbill.diff.open_reviews import OpenReview
from watchbill.model.book import Book
from watchbill.model.organization import Organization
from watchbill.pages.builder import build
from watchbill.pages.desk import Desk, Source
from watchbill.pages.edition import Edition, edition
from watchbill.pages.leaks import leaks, secrets
from watchbill.pages.page import markdown
from watchbill.pages.proposal import NOTHING_PROPOSED, Proposed, proposed
from watchbill.pages.reference import reference_pages
from watchbill.pages.stage import stage
from watchbill.pages.verify import Weights, built_text, dead_links, unmarked, weights
from watchbill.timeline.zones import tz_version


class Order(NamedTuple):
    """What is to be built, from which sources, to where.

    `reviews` are emergency changes that are still open. `before` is the book that this one is a proposal to change,
    and its name; None where it is no proposal.
    """

    audience: str
    reader: str
    sources: Path
    out: Path
    reviews: tuple[OpenReview, ...] = ()
    before: tuple[str, Book] | None = None


class Made(NamedTuple):
    """A finished build: faults (then nothing was put into place), documents shown and hidden, weights."""

    faults: tuple[str, ...]
    shown: int
    hidden: int
    weights: Weights


def make(book: Book, order: Order, source: Source) -> Made:
    """Builds the site. It replaces `order.out` only if every check passes. Raises CannotRun."""
    part = edition(book, order.audience, order.reader)
    fictional = any(org.fictional for org in book.all(Organization))
    desk = Desk(part, source, tz_version(), fictional, order.reviews, _proposal(order, part))
    order.out.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{order.out.name}-", dir=order.out.parent))
    try:
        settings = stage(desk, order.sources, work / "pages")
        build(settings, work / "built", int(source.instant.timestamp()))
        built = work / "built"
        hidden = secrets(book, part, spoken())
        faults = dead_links(built) + leaks(built_text(built), hidden)
        faults += unmarked(built, source.past) if source.past else []
        made = Made(tuple(faults), len(part.book.keys), len(part.hidden), weights(built))
        if not faults:
            swap(work / "pages", order.out.with_name(f"{order.out.name}-pages"))
            swap(built, order.out)
        return made
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _proposal(order: Order, part: Edition) -> Proposed:
    """What the book proposes to change, as readers of this edition may see it."""
    if order.before is None:
        return NOTHING_PROPOSED
    since, book = order.before
    return proposed(since, edition(book, order.audience, order.reader), part)


def spoken() -> str:
    """What every site says, whatever its book: the reference."""
    return "\n".join(markdown(page) for page in reference_pages(frozenset()))


def swap(new: Path, place: Path) -> None:
    """Puts a folder in place of another by renaming; the old one goes."""
    old = new.with_name(f"{new.name}-old")
    if place.exists():
        os.replace(place, old)  # noqa: PTH105
    new.chmod(0o755)
    os.replace(new, place)  # noqa: PTH105
    shutil.rmtree(old, ignore_errors=True)

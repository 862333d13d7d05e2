"""Banners for what an emergency change touched and others have not looked at yet.

They say when and by when, never who or why: the reason is written for those who may read the repository, and no
edition knows whether its readers may. It stands in the issue, to which only readers of the organisation's own
pages are led. What is overdue is so at the instant that the pages are judged at.
"""

from collections.abc import Iterator
from datetime import datetime

from watchbill.diff.open_reviews import OpenReview, stamp
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, join

# Pages that the start page names of one change.
_MOST = 8


def on_document(desk: Desk, key: str) -> Iterator[Html]:
    """The banners of a document's page: one for each open review of a change that touched it."""
    for one in desk.reviews:
        if key in one.documents:
            yield _banner(desk, one, "This page was changed", "Check before you rely on it.")


def on_start(desk: Desk) -> Iterator[Html]:
    """The banners of the start page: the reviews of what this edition shows, each with its pages."""
    for one in desk.reviews:
        pages = [link for key in one.documents if (link := desk.link(*_parts(key)))]
        if pages:
            more = len(pages) - _MOST
            named = [*pages[:_MOST], *([f"and {more} more"] if more > 0 else [])]
            yield _banner(desk, one, "Changed", join("Pages: ", join(*named, by=", "), "."))
        elif not one.documents and _inside(desk):
            # Which pages it touched is not known: nobody may think that it is none.
            yield _banner(desk, one, "Something was changed", "Check before you rely on a page.")


def _banner(desk: Desk, one: OpenReview, what: str, then: object) -> Html:
    late = one.close_by < desk.source.instant
    number = len(one.let_in)
    by = {0: "before anybody is known to have agreed", 1: "by one approver"}.get(
        number, f"by {number} approvers"
    )
    state = "was to be closed by" if late else "is open until"
    more = " and is still open" if late else ""
    words = join(
        h("strong", "Overdue: " if late else "Not reviewed yet: "),
        f"{what} in an emergency on ",
        _time(one.merged_at),
        f" {by}. Its review {state} ",
        _time(one.close_by),
        more,
        _issue(desk, one),
        ". ",
        then,
    )
    look = "wb-never" if late else "wb-warn"
    return h("p", words, class_=f"wb-note {look} wb-unreviewed")


def _issue(desk: Desk, one: OpenReview) -> Html:
    if not one.url or not _inside(desk):
        return NOTHING
    return join(" (", h("a", f"issue {one.issue}", href=one.url), ")")


def _inside(desk: Desk) -> bool:
    """Whether its readers may read the organisation's own pages. Default deny."""
    home = desk.book.default_audience()
    return bool(home) and desk.book.tiers().may_read(desk.edition.audience, home)


def _time(instant: datetime) -> Html:
    return h("time", f"{instant:%Y-%m-%d %H:%M} UTC", datetime=stamp(instant))


def _parts(key: str) -> tuple[str, str]:
    kind, _, id = key.partition(":")
    return kind, id

"""The laws that a playbook or a matrix answers to, as rows: period, guard band, citation, how sure we are."""

from collections.abc import Iterable

from watchbill.model.law import GuardBands, Obligation
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, join
from watchbill.pages.words import COUNTING, length

_MARKS = {"secondary": "read in a digest only", "unverified": "not verified"}
_BINDING = {"must": "duty", "may": "permission", "not-ours": "not our duty"}


def period(law: Obligation) -> str:
    """What the law asks for in time, in a few words."""
    if law.due:
        return length(law.due)
    if law.standard:
        return f"“{law.standard}”"
    if law.every:
        return f"every {length(law.every)}"
    if law.keep:
        return f"keep {length(law.keep)}"
    return law.as_ordered or ""


def order(law: Obligation) -> tuple[int, int, str]:
    """Sorts laws by deadline: numbers first, then standards, orders, rounds and periods of keeping."""
    forms = (law.due, law.standard, law.as_ordered, law.every, law.keep)
    first = next((place for place, one in enumerate(forms) if one is not None), len(forms))
    span = law.due or law.every or law.keep
    return first, span.nominal_seconds if span else 0, law.id


def mark(law: Obligation) -> Html:
    """A visible mark where the law's text itself was not read; nothing where it was."""
    words = _MARKS.get(law.verification)
    return h("span", words, class_=f"wb-mark wb-{law.verification}") if words else NOTHING


def binding(law: Obligation) -> str:
    """Whether it is a duty of ours."""
    return _BINDING[law.binding]


def bands(desk: Desk, law: Obligation) -> Html:
    """Our own limits for a law, each with the facts it depends on."""
    rows = [
        join(length(band.within), _if(desk, band.only_if))
        for table in desk.book.all(GuardBands)
        for band in table.bands
        if band.obligation == law.id
    ]
    return join(*rows, by=h("br"))


def _if(desk: Desk, tests: Iterable[object]) -> Html:
    words = [desk.fact(test) for test in tests]  # type: ignore[arg-type]
    return h("small", f" ({'; '.join(filter(None, words))})") if any(words) else NOTHING


def counted(law: Obligation) -> str:
    """How the law counts its period."""
    words = COUNTING[law.counting]
    return f"{words}, {law.timezone}" if law.timezone else words


def clock_rows(desk: Desk, ids: Iterable[str]) -> list[tuple[object, ...]]:
    """Rows of a table of clocks for these laws, the earliest deadline first."""
    laws = [law for id in ids if (law := desk.book.get(Obligation, id)) is not None]
    return [
        (
            join(desk.link("obligation", law.id), " ", h("small", law.citation), mark(law), by=""),
            h("strong", period(law)),
            bands(desk, law) or "none",
            join(desk.event(law.starts), h("small", _note(law)), by=" "),
        )
        for law in sorted(laws, key=order)
    ]


def _note(law: Obligation) -> str:
    return "" if law.binding == "must" else f"({binding(law)})"

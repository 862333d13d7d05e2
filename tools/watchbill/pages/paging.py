"""Whom to page: the matrix's rows that can fit a case, and the levels of their paths as tables."""

from collections.abc import Iterator
from typing import NamedTuple

from watchbill.model.escalation import Escalation, EscalationPath, PageLevel, Row
from watchbill.pages.desk import Desk
from watchbill.pages.markup import NOTHING, Html, h, join, sentence, table
from watchbill.pages.words import after, length


class Case(NamedTuple):
    """What the matrix is asked about; the reporter's region and the hour stay open."""

    playbook: str
    harm: str
    severity: str


class Fit(NamedTuple):
    """A path that can be taken, and under which conditions of region and hour."""

    matrix: Escalation
    name: str
    path: EscalationPath
    rows: tuple[Row, ...]

    @property
    def always(self) -> bool:
        """Whether it is taken whatever the region and the hour (where no other is)."""
        return any(not row.region and not row.hours for row in self.rows)


def fits(desk: Desk, case: Case) -> tuple[Fit, ...]:
    """The paths that a case can take, in the order of the matrix, up to the row that fits at any hour."""
    found: dict[str, list[Row]] = {}
    for matrix in desk.book.all(Escalation):
        for row in _fitting(matrix, case):
            found.setdefault(row.path, []).append(row)
        return tuple(
            Fit(matrix, name, matrix.paths[name], tuple(rows))
            for name, rows in found.items()
            if name in matrix.paths
        )
    return ()


def _fitting(matrix: Escalation, case: Case) -> Iterator[Row]:
    for row in matrix.matrix:
        if (
            (row.playbook is None or case.playbook in row.playbook)
            and (row.harm is None or case.harm in row.harm)
            and (row.severity is None or case.severity in row.severity)
        ):
            yield row
            if not row.region and not row.hours:
                return


def condition(desk: Desk, row: Row) -> Html:
    """Region and hours of a row in words; nothing where it fits always."""
    parts = []
    if row.region:
        parts.append(join("from ", sentence([desk.region(one) for one in row.region], "or")))
    if row.hours:
        calendar = desk.link("calendar", row.hours) or "other working hours"
        parts.append(join("while ", calendar, " is open"))
    return join(*parts, by=", ")


def tables(desk: Desk, case: Case) -> Html:
    """Each path that the case can take as a table of its levels."""
    found = fits(desk, case)
    several = len(found) > 1
    return join(*(_path(desk, fit, several) for fit in found))


def _path(desk: Desk, fit: Fit, several: bool) -> Html:
    words = [condition(desk, row) for row in fit.rows]
    when = NOTHING
    if several:
        told = "at all other times" if fit.always else sentence([one for one in words if one], "or")
        when = h("p", h("strong", "Reports "), told, class_="wb-when")
    return join(when, levels(desk, fit.path))


def levels(desk: Desk, path: EscalationPath, *, said: bool = True) -> Html:
    """The levels of a path as a table."""
    rows = [
        (after(level.after), desk.roles(level.page), desk.roles(level.tell), _repeat(level))
        for level in path.levels
    ]
    decides = desk.role(path.decides)
    return join(
        table(path.title, ("When", "Page, must answer", "Tell", "Repeat"), rows, said=said),
        h("p", "Decides: ", decides, class_="wb-when") if decides else NOTHING,
    )


def first(desk: Desk, case: Case) -> Html:
    """Whom to page at once: one line a path."""
    found = [fit for fit in fits(desk, case) if fit.path.levels]
    lines = []
    for fit in found:
        level = fit.path.levels[0]
        when = sentence([condition(desk, row) for row in fit.rows], "or")
        told = h("span", when or "otherwise", class_="wb-dim") if len(found) > 1 else NOTHING
        more = sum(len(one.page) + len(one.tell) for one in fit.path.levels) - len(level.page)
        tell = join(" · ", h("a", f"{more} more", href="#page")) if more > 0 else NOTHING
        lines.append(join(h("strong", desk.roles(level.page)), tell, " " if told else "", told))
    return join(*dict.fromkeys(lines), by=h("br"))


def _repeat(level: PageLevel) -> str:
    how = "" if level.channel == "page" else f" by {level.channel}"
    return (f"every {length(level.repeat)}" if level.repeat else "") + how

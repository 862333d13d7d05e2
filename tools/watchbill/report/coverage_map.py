"""Days by hours as lines of text: a digit for how many are there, a mark for a hole, never colour alone."""

from collections.abc import Iterator

from watchbill.timeline.heat import Cell, Row, heat
from watchbill.timeline.spans import Span, common
from watchbill.timeline.spoken import between, brief_day, clock, offset
from watchbill.timeline.survey import Survey
from watchbill.timeline.zones import DAY, offset_at, stretches, wall

HOLE, NOBODY, MORE = "!", "-", "+"
LEGEND = (
    "1-9: at least so many {what} in that hour; +: more than 9; !: a hole, promised and nobody there;",
    "-: nobody, and nobody promised; blank: no such hour, or outside the range",
)
_LABEL = 16
# Columns between two times of the head.
_EVERY = 3


def glyph(cell: Cell) -> str:
    """One character for an hour."""
    if not cell.length:
        return " "
    if cell.hole:
        return HOLE
    if not cell.least:
        return NOBODY
    return str(cell.least) if cell.least < 10 else MORE


def counted(survey: Survey) -> str:
    """What the digits count."""
    return "languages spoken" if survey.key.startswith("vendor:") else "people on watch"


def rows_of(survey: Survey, zone: str) -> tuple[Row, ...]:
    """The days of a survey on the clock of a zone."""
    return heat(zone, survey.numbers, survey.holes, survey.start, survey.end)


def map_lines(survey: Survey, zone: str) -> Iterator[str]:
    """The head with the hours of each place, a line a day, and the legend."""
    rows = rows_of(survey, zone)
    for name, line in heads(survey, zone):
        yield f"{name[: _LABEL - 1]:<{_LABEL}}{''.join(f'{one:<6}' for one in line)}".rstrip()
    for row in rows:
        marks = " ".join(glyph(cell) for cell in row.cells)
        said = said_of(survey, zone, row)
        yield f"{brief_day(row.day):<{_LABEL}}{marks:<47}{f'  {said}' if said else ''}".rstrip()
    yield ""
    yield from (line.format(what=counted(survey)) for line in LEGEND)


def heads(survey: Survey, zone: str) -> Iterator[tuple[str, list[str]]]:
    """The clock of the rows and of every place, every three hours of the first day."""
    first = survey.start - wall(zone, survey.start) % DAY
    towns = [("UTC", "UTC"), *survey.places]
    towns.sort(key=lambda one: one[1] != zone)
    if zone not in {one for _, one in towns}:
        towns.insert(0, (zone.rpartition("/")[2].replace("_", " "), zone))
    instants = [first + number * 3600 for number in range(0, 24, _EVERY)]
    yield towns[0][0], [clock(number * 3600) for number in range(0, 24, _EVERY)]
    for name, other in towns[1:]:
        yield name, [clock(wall(other, one) % DAY) for one in instants]


def said_of(survey: Survey, zone: str, row: Row) -> str:
    """What a day's line says in words: its holes, and a change of its clock."""
    end = min(survey.end, row.start + sum(cell.length for cell in row.cells))
    holes = common(survey.holes, (Span(row.start, end),))
    parts = [f"hole {between(zone, hole).rpartition(' ')[2]}" for hole in holes[:3]]
    parts += [f"and {len(holes) - 3} more"] if len(holes) > 3 else []
    parts += ["the clock changes"] if row.changed else []
    return ", ".join(parts)


def clock_changes(survey: Survey) -> Iterator[str]:
    """Each change of a place's clock within the range, in words."""
    for name, zone in survey.places:
        spans = list(stretches(zone, survey.start, survey.end))
        for stretch in spans[1:]:
            before = offset(offset_at(zone, stretch.start - 1))
            at = between("UTC", Span(stretch.start, stretch.start + 60)).rpartition("-")[0]
            yield f"{at} UTC: {name} changes its clock from {before} to {offset(stretch.offset)}"

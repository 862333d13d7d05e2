"""Days by hours as a picture: our own SVG, no script and no font, in the colours of the page around it.

How many are there is a number and a shade; a hole is hatched, framed and marked; nobody promised is an
empty frame. The words below the picture, and the text report beside it, say the same.
"""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from watchbill.report.coverage_map import (
    HOLE,
    clock_changes,
    counted,
    glyph,
    heads,
    rows_of,
    said_of,
)
from watchbill.report.coverage_now import Asked, now_lines
from watchbill.timeline.heat import HOUR, Cell, Row
from watchbill.timeline.spans import total
from watchbill.timeline.spoken import brief, brief_day, length, stretch
from watchbill.timeline.survey import Survey
from watchbill.timeline.zones import DAY, day_of, wall

_LEFT, _TOP, _CELL, _LINE, _WORDS = 128, 28, 20, 16, 190
_SHADES = (0.12, 0.22, 0.32, 0.42)
_HATCH = (
    '<pattern id="{name}-hole" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path d="M0 0V6" stroke="currentColor" stroke-width="2"/></pattern>'
)
_STYLE = (
    ".wb-cover{color-scheme:light dark;color:CanvasText;font:12px system-ui,sans-serif}"
    ".wb-cover text{fill:currentColor}.wb-cover .m{text-anchor:middle}"
    ".wb-cover .b{font-weight:700}"
)


def svg(survey: Survey, asked: Asked) -> str:
    """The picture of a survey on the clock of a zone."""
    zone, tz = asked.zone, asked.tz
    rows = rows_of(survey, zone)
    clocks = list(heads(survey, zone))
    top = _TOP + _LINE * len(clocks) + 6
    words = _legend(survey, asked)
    high = top + _CELL * len(rows) + (len(words) + 1) * _LINE + 8
    wide = _LEFT + 24 * _CELL + _WORDS
    name = f"wb-{survey.id}"
    parts = [
        _open(f"0 0 {wide} {high}", name),
        f'<title id="{name}-title">{escape(f"Cover of {survey.id}: {survey.title}")}</title>',
        f'<desc id="{name}-desc">{escape(_desc(survey, zone, tz))}</desc>',
        f"<style>{_STYLE}</style>",
        f"<defs>{_HATCH.format(name=name)}</defs>",
        _text(4, 16, f"{survey.id}: days by hours, {zone}", "b"),
        *_heads(clocks),
        *(
            part
            for at, row in enumerate(rows)
            for part in _row(survey, zone, row, top + at * _CELL)
        ),
        *_mark(survey, asked, rows, top),
        *(
            _text(4, top + _CELL * len(rows) + _LINE * (at + 1), line)
            for at, line in enumerate(words)
        ),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _open(box: str, name: str) -> str:
    _, _, wide, high = box.split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{wide}" height="{high}"'
        f' role="img" aria-labelledby="{name}-title {name}-desc" class="wb-cover">'
    )


def _desc(survey: Survey, zone: str, tz: str) -> str:
    holes = (
        f"{len(survey.holes)} holes, {length(total(survey.holes))} in all"
        if survey.holes
        else "no hole"
    )
    return (
        f"{counted(survey).capitalize()} at least in each hour from {brief(zone, survey.start)} to"
        f" {brief(zone, survey.end)} {zone}: {holes}. Tz database {tz}. The text report says the same in words."
    )


def _heads(clocks: list[tuple[str, list[str]]]) -> list[str]:
    parts = []
    for at, (name, hours) in enumerate(clocks):
        y = _TOP + _LINE * (at + 1)
        parts.append(_text(4, y, name, "b" if not at else ""))
        parts += [_text(_LEFT + 3 * _CELL * number, y, hour) for number, hour in enumerate(hours)]
    return parts


def _row(survey: Survey, zone: str, row: Row, y: int) -> list[str]:
    marks = [(column, cell) for column, cell in enumerate(row.cells) if cell.length]
    parts = [_text(4, y + 15, brief_day(row.day))]
    parts += [_box(survey, cell, _LEFT + column * _CELL, y) for column, cell in marks]
    places = " ".join(str(_LEFT + column * _CELL + _CELL // 2) for column, _ in marks)
    words = "".join(glyph(cell) for _, cell in marks)
    parts.append(f'<text class="m" x="{places}" y="{y + 14}">{words}</text>')
    said = said_of(survey, zone, row)
    return [*parts, _text(_LEFT + 24 * _CELL + 8, y + 15, said, "b")] if said else parts


def _box(survey: Survey, cell: Cell, x: int, y: int) -> str:
    size = f'x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}"'
    if cell.hole:
        fill = f'fill="url(#wb-{survey.id}-hole)" stroke="currentColor" stroke-width="2"'
        back = f'<rect x="{x + 6}" y="{y + 3}" width="8" height="14" fill="Canvas"/>'
        return f"<rect {size} {fill}/>{back}"
    if not cell.least:
        return f'<rect {size} fill="none" stroke="currentColor" stroke-opacity="0.4"/>'
    shade = _SHADES[min(cell.least, len(_SHADES)) - 1]
    return f'<rect {size} fill="currentColor" fill-opacity="{shade}"/>'


def _mark(survey: Survey, asked: Asked, rows: Sequence[Row], top: int) -> list[str]:
    """Two strokes at the instant of judgement, where the picture shows it."""
    if not survey.start <= asked.now < survey.end:
        return []
    shown = wall(asked.zone, asked.now)
    line = [row.day for row in rows].index(day_of(shown))
    x, y = _LEFT + shown % DAY * _CELL // HOUR, top + line * _CELL
    ends = f"M{x} {y - 4}v8M{x} {y + _CELL - 4}v8"  # the number between them stays free
    return [f'<path d="{ends}" stroke="currentColor" stroke-width="3"/>']


def _legend(survey: Survey, asked: Asked) -> list[str]:
    zone, tz = asked.zone, asked.tz
    holes = f"{len(survey.holes)}, {length(total(survey.holes))} in all" if survey.holes else "none"
    later = [hole for hole in survey.ahead if hole.start >= survey.end]
    until = brief(zone, survey.until).rpartition(" ")[0]
    more = f"{len(later)}, the first {stretch(zone, later[0])}" if later else "none"
    return [
        f"A number: at least so many {counted(survey)}, the darker the more.",
        f"Hatched with {HOLE}: a hole, promised and nobody there.",
        f"Framed with -: nobody, and nobody promised. Tz database {tz}.",
        f"Holes in these days: {holes}. Later, until {until}: {more}.",
        *clock_changes(survey),
        *(
            part
            for line in now_lines(survey, asked)
            for part in wrap(f"The two strokes: {line[0].lower()}{line[1:]}.", 100)
        ),
    ]


def _text(x: int, y: int, words: str, look: str = "") -> str:
    style = f' class="{look}"' if look else ""
    return f'<text{style} x="{x}" y="{y}">{escape(words)}</text>'

"""A playbook's steps as a drawing: one box a step from top to bottom, jumps as lanes beside them.

Our own SVG: no script, no font, colours of the page around it, the same bytes for the same steps. It
is a named group and not one image, as every box is a link to its step. The list of steps says the same
in words.
"""

from collections.abc import Iterable
from typing import NamedTuple

from watchbill.model.web import step_anchor
from watchbill.pages.flow import Line, Stop
from watchbill.pages.hide import END
from watchbill.pages.markup import NOTHING, Html, h, join

WIDTH = 360
LEFT, RIGHT = 46, 258
BOX, GAP, TOP = 44, 26, 8
STEP = BOX + GAP
MIDDLE = (LEFT + RIGHT) // 2
LANE = 11
LETTERS = 28
_LABEL = 13


class Jump(NamedTuple):
    """A way on that does not fall to the step below: rows from and to, and the answer that takes it."""

    start: int
    end: int
    answer: str
    ends: bool


class Lane(NamedTuple):
    """A jump with the lane that it runs in, counted from the boxes outward."""

    jump: Jump
    number: int


class Stroke(NamedTuple):
    """One arrow: its line and its tip as path data, and its label."""

    line: str
    tip: str
    label: Html


def draw(lines: tuple[Line, ...], title: str) -> Html:
    """The drawing of a playbook, a side line below the main line."""
    spots = list(_spots(lines))
    ends = _ends(lines)
    strokes = _strokes(spots, ends)
    return h(
        "svg",
        h("title", f"The steps of {title}", id="picture-title"),
        h("desc", _words(lines), id="picture-words"),
        h("path", d="".join(stroke.line for stroke in strokes), class_="wb-edge"),
        h("path", d="".join(stroke.tip for stroke in strokes), class_="wb-tip"),
        *(stroke.label for stroke in strokes),
        *(_box(stop, row) for row, stop in spots),
        *(_end(row) for row in ends),
        viewBox=f"0 0 {WIDTH} {TOP + (ends[-1] + 1) * STEP}",
        role="group",
        aria_labelledby="picture-title picture-words",
        class_="wb-svg",
    )


def _strokes(spots: list[tuple[int, Stop]], ends: list[int]) -> list[Stroke]:
    places = {stop.step.id: row for row, stop in spots}
    falls = (_fall(stop, row) for row, stop in spots)
    return [
        *(_lane(lane, right=True) for lane in lanes(_jumps(spots, places, ends, back=False))),
        *(_lane(lane, right=False) for lane in lanes(_jumps(spots, places, ends, back=True))),
        *(stroke for stroke in falls if stroke),
    ]


def _ends(lines: tuple[Line, ...]) -> list[int]:
    """The rows of the lines' ends."""
    ends: list[int] = []
    for line in lines:
        ends.append((ends[-1] + 1 if ends else 0) + len(line.stops))
    return ends


def _spots(lines: tuple[Line, ...]) -> Iterable[tuple[int, Stop]]:
    row = 0
    for line in lines:
        for stop in line.stops:
            yield row, stop
            row += 1
        row += 1


def _words(lines: tuple[Line, ...]) -> str:
    count = sum(len(line.stops) for line in lines)
    decisions = sum(stop.form == "decision" for line in lines for stop in line.stops)
    return (
        f"{count} steps, {decisions} of them decisions. The list of steps says the same in words."
    )


def _jumps(
    spots: list[tuple[int, Stop]], places: dict[str, int], ends: list[int], *, back: bool
) -> list[Jump]:
    found: dict[tuple[int, int], list[str]] = {}
    for row, stop in spots:
        finish = next(end for end in ends if end > row)
        for way in stop.ways:
            target = finish if way.target == END else places.get(way.target, finish)
            if target != row + 1 and (target <= row) == back:
                found.setdefault((row, target), []).append(way.answer)
    return [
        Jump(start, end, " / ".join(filter(None, words)), end in ends)
        for (start, end), words in sorted(found.items())
    ]


def lanes(jumps: list[Jump]) -> list[Lane]:
    """Gives each jump the innermost lane that is free over its whole height; short jumps first."""
    taken: list[list[tuple[int, int]]] = []
    found = []
    for jump in sorted(jumps, key=lambda one: (abs(one.end - one.start), one)):
        low, high = sorted((jump.start, jump.end))
        number = 0
        while number < len(taken) and any(low < b and a < high for a, b in taken[number]):
            number += 1
        if number == len(taken):
            taken.append([])
        taken[number].append((low, high))
        found.append(Lane(jump, number))
    return sorted(found)


def _lane(lane: Lane, *, right: bool) -> Stroke:
    jump = lane.jump
    most = (WIDTH - RIGHT - 12) // LANE if right else (LEFT - 6) // LANE
    offset = 10 + LANE * min(lane.number, most - 1)
    edge, x = (RIGHT, RIGHT + offset) if right else (LEFT, LEFT - offset)
    y1 = TOP + jump.start * STEP + BOX // 2 + (8 if right else -8)
    y2 = TOP + jump.end * STEP + (12 if jump.ends else BOX // 2 - 8)
    tip = MIDDLE + 25 if jump.ends else edge + (1 if right else -1)
    label = NOTHING
    if jump.answer and right:
        label = h("text", _cut(jump.answer, _LABEL), x=RIGHT + 4, y=y1 - 4, class_="wb-way")
    return Stroke(f"M{edge} {y1}H{x}V{y2}H{tip}", f"M{tip} {y2}l{7 if right else -7} -4v8z", label)


def _fall(stop: Stop, row: int) -> Stroke | None:
    below = [way for way in stop.ways if way.falls]
    if not below:
        return None
    bottom = TOP + row * STEP + BOX
    answers = " / ".join(filter(None, (way.answer for way in below)))
    label = NOTHING
    if answers:
        label = h("text", _cut(answers, 20), x=MIDDLE + 8, y=bottom + 15, class_="wb-way")
    line, tip = f"M{MIDDLE} {bottom}v{GAP - 2}", f"M{MIDDLE} {bottom + GAP}l-4 -7h8z"
    return Stroke(line, tip, label)


def _box(stop: Stop, row: int) -> Html:
    y = TOP + row * STEP
    words = _wrapped(f"{stop.number}. {stop.title}")
    top = y + BOX // 2 + (4 if len(words) == 1 else -3)
    texts = (h("text", word, x=MIDDLE, y=top + 15 * place) for place, word in enumerate(words))
    said = h("title", stop.title) if words[-1].endswith("…") else NOTHING
    href = f"#{step_anchor(stop.step.id)}"
    return h("a", said, _shape(stop.form, y), *texts, href=href, tabindex=-1)


def _shape(form: str, y: int) -> Html:
    if form == "decision":
        points = (
            f"{LEFT + 12},{y} {RIGHT - 12},{y} {RIGHT},{y + BOX // 2} "
            f"{RIGHT - 12},{y + BOX} {LEFT + 12},{y + BOX} {LEFT},{y + BOX // 2}"
        )
        return h("polygon", points=points, class_="wb-box wb-ask")
    corner = {"wait": BOX // 2, "stub": 0}.get(form, 5)
    return h(
        "rect", x=LEFT, y=y, width=RIGHT - LEFT, height=BOX, rx=corner, class_=f"wb-box wb-{form}"
    )


def _end(row: int) -> Html:
    y = TOP + row * STEP
    box = h("rect", x=MIDDLE - 24, y=y, width=48, height=24, rx=12, class_="wb-box")
    return join(box, h("text", "end", x=MIDDLE, y=y + 16))


def _wrapped(words: str) -> list[str]:
    """At most two lines of so many letters."""
    if len(words) <= LETTERS:
        return [words]
    cut = words.rfind(" ", 0, LETTERS + 1)
    if cut <= 0:
        cut = LETTERS
    return [words[:cut], _cut(words[cut:].strip(), LETTERS)]


def _cut(words: str, letters: int) -> str:
    return words if len(words) <= letters else words[: letters - 1].rstrip() + "…"

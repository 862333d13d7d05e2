"""Findings to be told: ordinary ones, and some that would break a careless report."""

from watchbill.finding import Finding, Level
from watchbill.where import Place

HOSTILE = "a <b> & \"c\" 'd' ]]> <!-- %0A ::error:: , : \U0001f600 \u202e \x1b[31m \x00 \ufffe \r\n::warning::x"


def finding(
    level: Level = Level.ERROR,
    message: str = "there is no step `blok`",
    line: int = 3,
    column: int = 5,
    end: tuple[int, int] | None = None,
    file: str = "a/b.yaml",
    mend: str = "did you mean `block`?",
    rule: str = "playbook/unknown-step",
) -> Finding:
    place = Place(file, line, column, *(end or (line, column + 4)))
    return Finding(place, rule, level, message, mend, "playbook:b", ("steps", 2))


ORDINARY = (
    finding(),
    finding(Level.WARNING, line=9, mend=""),
    finding(Level.NOTE, file="c.yaml", rule="review/overdue"),
    finding(end=(6, 1)),
)
WILD = (
    finding(message=HOSTILE, mend=HOSTILE),
    finding(Level.WARNING, message=HOSTILE, file="x,y:z/\u00fc %.yaml"),
    finding(Level.NOTE, message=HOSTILE, file="::error file=a::b.yaml"),
)
MANY = tuple(finding(level, line=line) for level in Level for line in range(1, 35))
ALL = {"none": (), "ordinary": ORDINARY, "wild": WILD, "many": MANY}

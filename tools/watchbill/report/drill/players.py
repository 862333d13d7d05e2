"""The players' sheet of a drill: how the exercise is played, then one card for each inject."""

from collections.abc import Iterator

from watchbill.report.drill.cards import card
from watchbill.report.drill.words import BANNER, STOP, Face, face
from watchbill.report.trace_markdown import escape
from watchbill.simulate.drill.case import Drill, Inject
from watchbill.timeline.spoken import instant


def players(drill: Drill) -> str:
    """The whole sheet: nothing of what the book expects, and nothing above the drill's audience."""
    shown = face(drill.trace, drill.zone)
    parts = [*_cover(drill, shown)]
    for number, inject in enumerate(drill.injects, 1):
        parts.extend(_card(drill, number, inject, shown))
    parts.append("---")
    parts.append(f"{BANNER}\n\nEnd of the players' sheet. tz database {drill.trace.tz}.")
    return "\n\n".join(parts) + "\n"


def _cover(drill: Drill, shown: Face) -> Iterator[str]:
    zones = [drill.zone, "UTC"] if drill.zone != "UTC" else ["UTC"]
    start = " = ".join(instant(zone, shown.start) for zone in zones)
    whose = f" of {escape(drill.organization)}" if drill.organization else ""
    yield BANNER
    yield "# Tabletop exercise: players' sheet"
    yield (
        f"An exercise{whose}. Nothing in it has happened. "
        f"For readers of the tier `{drill.audience}`; keep it among the players."
    )
    yield f"**The clock starts (T+0):** {escape(start)}"
    yield "## How it is played"
    yield "\n".join(_RULES)
    yield "## How it is stopped"
    yield "\n".join(_STOPS)
    yield "## Our log"
    yield "One of you writes. Facts, decisions and times; no opinions."
    yield "\n".join(
        ["| T+ | Who | What was decided or done |", "|---|---|---|", *["|  |  |  |"] * 8]
    )


_RULES = (
    "- Say aloud what you would do, who does it, when, and where you read that. What is not said is not done.",
    "- Use what you use at work: the playbooks, the runbooks, the schedules, the matrix. Look it up; do not guess.",
    (
        "- **Contact nobody outside this room:** no authority, no vendor, no user, no press, no colleague on "
        "watch. Page nobody. Name whom you would call and say your words; the facilitator answers for them."
    ),
    "- **Change nothing:** no live system, no live case, no account, no setting. Search for nothing, open nothing.",
    "- No material is part of this exercise. Speak of it by case number only.",
    '- Say times as "T plus so many minutes", or in UTC. Every message that you write down begins with EXERCISE.',
    "- Each card below is handed out at its time. Do not read ahead.",
)
_STOPS = (
    (
        f'- Something real happens: say **"{STOP}"**. Everybody stops at once, and real work goes first. The '
        "exercise goes on only when the facilitator says so."
    ),
    (
        '- You want it to end or need a break, for whatever reason: say **"Stop the exercise"**, or leave the '
        "room. Nobody asks why."
    ),
    '- It is over when the facilitator says **"End of exercise"**.',
)


def _card(drill: Drill, number: int, inject: Inject, shown: Face) -> Iterator[str]:
    one = card(drill, inject, shown)
    yield "---"
    yield BANNER
    yield f"## Card {number}, {shown.after(inject.at)}: {one.title}"
    yield f"**{escape(shown.local(inject.at))}**, to: {one.to}"
    yield one.text
    yield "Decided: ____________________ By: __________ At: T+______"

"""What a facilitator does before, while and after a drill, and the questions for its review."""

from collections.abc import Iterator

from watchbill.report.drill.words import STOP, Face, clock_name
from watchbill.report.trace_markdown import escape
from watchbill.report.trace_words import length
from watchbill.simulate.drill.case import Clock, Drill

BEFORE = (
    "- [ ] Tell the live watch, and whoever leads it, that an exercise runs, how long, and how it is stopped.",
    "- [ ] Print `players.md` one-sided and cut it at the lines. Hand out the cover now, each card at its time.",
    "- [ ] One room or one call, a clock that shows T+, one player who writes the log, one observer who scores.",
    "- [ ] Read the cover aloud: nobody outside is contacted, nothing live is touched, no material is shown.",
    "- [ ] Ask whether anybody would rather observe today. Nobody says why.",
)
RUNNING = (
    "- The clock of the case is yours. Between cards jump ahead: say the new T+ and write it on the wall.",
    "- You are everybody outside: the authority, the vendor, the pager that answers or does not.",
    "- Tell what the players look for, when they say where they look. Do not lead them to the answer.",
    "- Where they leave the way below, let them, note it, and bring them back with a fact, not with a word of advice.",
    f'- **"{STOP}"** means that something real has happened. Stop at once; real work goes first.',
    '- **"Stop the exercise"**, from anybody and for any reason, ends it. End it yourself with "End of exercise".',
)
AFTERWARDS = (
    "- [ ] Quarter of an hour, the same day, before the score: how is everybody? What went well, what was hard?",
    "- [ ] Then the scoring sheet, row by row, facts before opinions. People are not scored; the book is.",
    "- [ ] Each finding gets an owner and a day. What the book says wrongly or not at all is a change to the book.",
    "- [ ] Tell the live watch that the exercise is over. Destroy the printed cards; keep log, score and findings.",
)


def questions(drill: Drill, shown: Face) -> Iterator[str]:
    """What to ask, with the numbers of this drill where it has them."""
    yield (
        f"1. By the book somebody answers at {shown.after(drill.trace.acknowledged)}. When was it here, and "
        "what made the difference?"
    )
    yield "1. What was looked for in the book and not found? Which sentence did two people read differently?"
    for one in drill.injects:
        if one.kind in ("pager", "call"):
            role = escape(one.about)
            yield f"1. Who saw first that {role} did not answer? What would have come of it without the card?"
    nearest = _nearest(drill)
    if nearest is not None and nearest.met is not None:
        yield (
            f"1. The least time is left on {escape(clock_name(nearest))}: "
            f"{length(nearest.due - nearest.met)}. What would use it up?"
        )
    if drill.collision and len(drill.collision.clocks) > 1:
        names = " and ".join(escape(clock_name(one)) for one in drill.collision.clocks)
        yield f"1. {names} ran at once. Who decided which came first, and by what rule?"
    for role in dict.fromkeys(one.role for one in drill.shared):
        yield f"1. Two cases wanted {escape(role)} at once. Who took the second one, and does the book say so?"
    yield "1. Which clock did nobody name? Which one was counted from the wrong instant?"
    yield "1. Which step took longer than the book allows, and is the book or the practice to change?"
    yield "1. Who was told too much, too little or too late?"
    if drill.after:
        yield "1. What does the playbook ask for after the case, and was it offered?"
    yield "1. What do we change by when, and who owns it? When do we draw the next one?"


def _nearest(drill: Drill) -> Clock | None:
    """The clock of the first incident that is met with the least time left."""
    met = [
        one
        for one in drill.clocks
        if one.playbook == drill.asked.playbook and one.met is not None and one.step
    ]
    return min(met, key=lambda one: (one.due - (one.met or 0), one.id), default=None)

"""The facilitator's sheet of a drill: the story, the cards with what the book expects, the score, the review."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from watchbill.report.drill.cards import card
from watchbill.report.drill.review import AFTERWARDS, BEFORE, RUNNING, questions
from watchbill.report.drill.score import sheet
from watchbill.report.drill.steps import clocks, pages, second, shared_words, steps, undated
from watchbill.report.drill.watch import WATCH
from watchbill.report.drill.words import BANNER, Face, expectations, face, source
from watchbill.report.trace_markdown import escape, table
from watchbill.report.trace_words import who
from watchbill.simulate.drill.case import Drill, Inject
from watchbill.timeline.spoken import instant


def facilitator(drill: Drill) -> str:
    """The whole sheet. Every time in it is of the simulation, of a schedule, or of a card."""
    shown = face(drill.trace, drill.zone)
    parts = [BANNER, f"# Facilitator's sheet: {escape(drill.title)}", *_head(drill, shown)]
    for title, body in _sections(drill, shown):
        if body:
            parts += [f"## {title}", BANNER, *body]
    parts.append(BANNER)
    return "\n\n".join(parts) + "\n"


def _sections(drill: Drill, shown: Face) -> Iterator[tuple[str, list[str]]]:
    by_step = {
        one.step: number
        for number, one in enumerate(drill.injects, 1)
        if one.kind in ("doubt", "fact")
    }
    several = bool(drill.seconds)
    yield "Before", ["\n".join(BEFORE)]
    yield "While it runs", ["\n".join(RUNNING)]
    yield "Seats", ["\n".join(_seats(drill))]
    yield "The cards", list(_cards(drill, shown))
    yield "Who is paged, by the matrix", [pages(drill.trace, shown)]
    yield "Step by step, by the book", [steps(drill, drill.steps, shown, by_step)]
    undated_ = undated(drill.trace)
    dated = clocks(drill.clocks, shown, several)
    yield "Clocks, by due instant", [dated, *([undated_] if undated_ else [])]
    yield "What collides", [shared_words(drill, shown)]
    yield "Cases beside it", [part for one in drill.seconds for part in second(one, shown)]
    yield "Must never happen", ["\n".join(f"- [ ] {escape(one)}" for one in drill.never)]
    yield "Scoring sheet", [_SCALE, sheet(drill, shown)]
    yield "Questions for the review", ["\n".join(questions(drill, shown))]
    yield "Afterwards", ["\n".join(AFTERWARDS)]
    yield "What this rests on", ["\n".join(_ground(drill))]


_SCALE = "2: done by the book's time. 1: done late, or only after a hint. 0: not done. Write the time under Got."


def _head(drill: Drill, shown: Face) -> Iterator[str]:
    trace, asked = drill.trace, drill.asked
    zones = [drill.zone, "UTC"] if drill.zone != "UTC" else ["UTC"]
    tiers = "".join(f", `{one}`" for one in drill.tiers)
    yield (
        f"**For the facilitator alone;** the players get `players.md`. It shows what readers of "
        f"`{drill.audience}`{tiers} may see: the facilitator holds {'all of these' if tiers else 'this tier'}."
    )
    start = " = ".join(instant(zone, shown.start) for zone in zones)
    ended = f"The case ends at {shown.whole(trace.ended)}." if trace.ended is not None else ""
    where = ", ".join(word for word in (trace.incident.severity, asked.region) if word)
    yield "\n".join(
        [
            f"- T+0 is {escape(start)}. {where}; path `{trace.path}`, {escape(trace.decides)} decides.",
            (
                f"- Plan about {10 * len(drill.injects) + 30} minutes at the table: ten a card, and half an hour "
                "for the cover and the first round afterwards."
            ),
            f"- {ended} Steps beyond the last card are told as jumps of the clock.",
            f"- Drawn with seed {asked.seed}; the same book gives the same sheets again: `{_command(drill)}`",
        ]
    )
    rows = (
        (str(number), *shown.cells(one.at), card(drill, one, shown).title, _about(one))
        for number, one in enumerate(drill.injects, 1)
    )
    yield "\n".join(table(("Card", *shown.columns, "What", "About"), rows))


def _about(inject: Inject) -> str:
    return inject.said or inject.step or inject.about


def _command(drill: Drill) -> str:
    asked = drill.asked
    at = datetime.fromtimestamp(asked.at or 0, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    region = f" --region {asked.region}" if asked.region else ""
    return (
        f"watchbill drill {asked.playbook} --seed {asked.seed} --at {at} --severity {asked.severity}"
        f"{region} --audience {asked.audience}"
    )


def _seats(drill: Drill) -> Iterator[str]:
    """The roles that the cases need, by how much they do, each with who has the watch first."""
    work, first = Counter[str](), dict[str, str]()
    for note in (*drill.steps, *(note for one in drill.seconds for note in one.steps[:6])):
        for role in (note.role, note.second):
            if role:
                work[role] += 1
                first.setdefault(role, note.member if role == note.role else "")
    for page in drill.trace.pages:
        first[page.role] = page.member or first.get(page.role, "")
        work[page.role] += 0
    yield "Give each role to a player, those of few steps together to one. Handles are who has the watch by schedule."
    yield ""
    rows = ((who(role, first[role]), str(count)) for role, count in work.most_common())
    yield from table(("Role", "Steps"), rows)


def _cards(drill: Drill, shown: Face) -> Iterator[str]:
    for number, inject in enumerate(drill.injects, 1):
        one = card(drill, inject, shown)
        yield f"### Card {number}, {shown.whole(inject.at)}: {one.title}"
        yield f"To: {one.to}"
        yield "\n".join(f"> {line.removeprefix('> ')}".rstrip() for line in one.text.split("\n"))
        yield "\n".join(_behind(drill, inject, shown))


def _behind(drill: Drill, inject: Inject, shown: Face) -> Iterator[str]:
    """What stands behind a card."""
    if inject.kind == "fact":
        since = shown.after(inject.since)
        yield f"- Hold back from {since} on what would answer `{inject.step}`; read it out with this card."
    if inject.kind == "report" and drill.others:
        others = "; ".join(map(escape, drill.others))
        yield f"- If it does not fit the answers below, take another report of the playbook: {others}"
    for words in inject.rule:
        named = "The book, in doubt" if inject.kind in ("doubt", "fact") else "The book"
        yield f"- {named}: {escape(words)}"
    if inject.expected:
        yield "- Expected:"
        yield from (f"  - {one}" for one in expectations(shown, inject.kind, inject.expected))
    yield f"- Watch for: {WATCH[inject.kind]}"
    found = dict.fromkeys(one for one in inject.sources if one)
    if found:
        yield f"- In the book: {', '.join(map(source, found))}"


def _ground(drill: Drill) -> Iterator[str]:
    yield f"- Feasible if: {escape('; '.join(drill.trace.assumptions))}."
    yield "- Facts and answers are drawn by lot among the ways through the playbook; the report is drawn beside them."
    yield from (f"- Left out, {kind}: {escape(why)}." for kind, why in drill.left_out)
    yield f"- tz database {drill.trace.tz}."

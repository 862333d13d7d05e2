"""A playbook's steps as a numbered list; each has its own address, and a decision looks like one."""

from collections.abc import Mapping
from typing import Any

from watchbill.model.law import Obligation
from watchbill.model.response import Answer, Decision
from watchbill.model.types import FactTest
from watchbill.model.web import step_anchor
from watchbill.pages import laws
from watchbill.pages.desk import Desk
from watchbill.pages.flow import Line, Stop, Way
from watchbill.pages.hide import END
from watchbill.pages.markup import NOTHING, Html, h, items, join, sentence
from watchbill.pages.words import length

_FORMS = {"task": "", "decision": "Decide", "wait": "Wait", "stub": "Restricted"}
Numbers = Mapping[str, str]


def list_of(desk: Desk, line: Line, numbers: Numbers) -> Html:
    """The steps of a line."""
    rows = (_step(desk, stop, numbers) for stop in line.stops)
    return h("ol", *rows, class_="wb-steps", role="list")


def _step(desk: Desk, stop: Stop, numbers: Numbers) -> Html:
    step = stop.step
    anchor = step_anchor(step.id)
    kind = _FORMS[stop.form]
    head = h(
        "h3",
        h("a", stop.number, href=f"#{anchor}", class_="wb-no", aria_label=f"Step {stop.number}"),
        h("span", kind, class_="wb-form") if kind else NOTHING,
        h("span", stop.title),
    )
    body = join(
        _who(desk, step, stop.form),
        _conditions(desk, step),
        desk.prose(step.do, f"Step {stop.number}") if step.do else NOTHING,
        _answers(desk, stop, numbers) if isinstance(step, Decision) else NOTHING,
        _tools(desk, step),
        _onward(stop, numbers) if not isinstance(step, Decision) else NOTHING,
    )
    return h("li", head, body, id=anchor, class_=f"wb-step wb-{stop.form}")


def _who(desk: Desk, step: Any, form: str) -> Html:
    if form == "stub":
        return NOTHING
    if form == "wait":
        remind = f", ask again every {length(step.remind)}" if step.remind else ""
        return h("p", f"Until: {desk.event(step.wait)}{remind}", class_="wb-who")
    second = f" with {desk.role_name(step.second)}" if step.second else ""
    people = " · two people" if step.people == 2 else ""
    machine = f" · {step.automation.state}" if step.automation else ""
    by = " · done by a machine" if step.by == "system" else ""
    words = (
        desk.role_name(step.role),
        second,
        f" · at most {length(step.takes)}",
        people,
        by,
        machine,
    )
    return h("p", *words, class_="wb-who")


def _conditions(desk: Desk, step: Any) -> Html:
    parts = []
    if step.only_if:
        parts.append(_only_if(desk, step.only_if))
    if step.earliest:
        parts.append(f"Not before {length(step.earliest)} after the start.")
    if step.wait_for:
        lines = ", ".join(map(_line_title, step.wait_for))
        parts.append(f"First finish what has begun of: {lines}.")
    return h("p", " ".join(parts), class_="wb-if") if parts else NOTHING


def _only_if(desk: Desk, tests: tuple[FactTest, ...]) -> str:
    """The conditions that this edition shows; of those that it does not, that there are some."""
    shown = list(filter(None, map(desk.fact, tests)))
    if not shown:
        return "Only in some cases."
    more = "" if len(shown) == len(tests) else ", and not in every such case"
    return f"Only if {'; '.join(shown)}{more}."


def _line_title(name: str) -> str:
    return name.replace("-", " ")


def _tools(desk: Desk, step: Any) -> Html:
    if not hasattr(step, "records"):
        return NOTHING
    laws_met = [_law(desk, id) for id in step.discharges]
    rows = [
        ("How", desk.link("runbook", step.runbook)),
        ("Words to send", desk.links("message", step.messages)),
        ("Record", "; ".join(step.records)),
        ("Done when", step.done_when),
        ("Meets", join(*laws_met, by=", ")),
        ("Reaches", ", ".join(step.reaches)),
        ("Then it is on record", "; ".join(filter(None, map(desk.event, step.marks)))),
        ("Starts beside", _starts(step.starts)),
        ("Automation", _automation(step)),
    ]
    return items((join(h("b", name, ": "), value) for name, value in rows if value), class_="wb-do")


def _automation(step: Any) -> Html:
    link = step.automation.link if step.automation else None
    return h("a", link, href=link, rel="noopener noreferrer") if link else NOTHING


def _starts(names: tuple[str, ...]) -> Html:
    return join(*(h("a", _line_title(name), href=f"#line-{name}") for name in names), by=", ")


def _law(desk: Desk, id: str) -> Html:
    law = desk.book.get(Obligation, id)
    if law is None:
        return NOTHING
    return join(desk.link("obligation", id), f" ({laws.period(law)})")


def _onward(stop: Stop, numbers: Numbers) -> Html:
    way = stop.ways[0]
    if way.falls and way.target != END:
        return NOTHING
    return h("p", "Then ", _target(way, numbers), _again(stop.step), class_="wb-then")


def _target(way: Way, numbers: Numbers) -> Html:
    if way.target == END:
        return Html("the line ends")
    number = numbers.get(way.target, "?")
    return h("a", f"step {number}", href=f"#{step_anchor(way.target)}")


def _again(way: Any) -> str:
    wait = f" after {length(way.again_after)}" if getattr(way, "again_after", None) else ""
    times = f", at most {way.at_most} times" if getattr(way, "at_most", None) else ""
    return wait + times


def _answers(desk: Desk, stop: Stop, numbers: Numbers) -> Html:
    if stop.form == "stub":
        steps = [_target(way, numbers) for way in stop.ways if way.target != END]
        on = join("Goes on with ", sentence(steps, "or")) if steps else NOTHING
        ends = "the line ends" if len(steps) < len(stop.ways) else ""
        return h(
            "p", join(on, ends, by=", or ") if on else "Then the line ends", ".", class_="wb-then"
        )
    pairs = zip(stop.step.answers, stop.ways, strict=True)
    rows = [h("li", *_answer(desk, answer, way, numbers)) for answer, way in pairs]
    doubt = stop.step.in_doubt
    return join(
        h("ul", *rows, class_="wb-answers"),
        h("p", h("b", "In doubt: "), doubt, class_="wb-doubt") if doubt else NOTHING,
    )


def _answer(desk: Desk, answer: Answer, way: Way, numbers: Numbers) -> tuple[object, ...]:
    rows = [
        ("severity becomes", answer.severity),
        ("opens", desk.links("playbook", answer.opens)),
        ("on record", "; ".join(filter(None, map(desk.event, answer.marks)))),
        ("starts beside", _starts(answer.starts)),
        ("reaches", ", ".join(answer.reaches)),
        ("meets", desk.links("obligation", answer.discharges)),
        ("not owed", "; ".join(f"{_duty(desk, k)}: {v}" for k, v in answer.excuses.items())),
    ]
    more = [join(name, " ", value) for name, value in rows if value]
    effects = h("small", join(*more, by=" · ")) if more else NOTHING
    return h("b", answer.answer), " → ", _target(way, numbers), _again(answer), effects


def _duty(desk: Desk, name: str) -> str:
    return desk.title("obligation", name) or name

"""A form changes the one value that it is about, and says in plain words why it cannot."""

from difflib import ndiff
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import smallest
from tests.edit.filled import filled
from tests.support import ROOT
from watchbill.edit.canonical import canonical
from watchbill.edit.proposals import FORMS
from watchbill.edit.proposals.body import read
from watchbill.edit.proposals.form import Wrong
from watchbill.edit.proposals.proposal import Proposal, propose
from watchbill.load.library import load
from watchbill.load.loaded import Loaded

TARGET = {"document": "incident-response", "target": "P1 contained", "value": "6h"}
STEP = {"document": "terrorist-removal-order", "step": "sweep", "field": "Worst-case time"}
SHIFT = {"document": "imoc-primary", "shift": "emea-week"}


@cache
def _shipped() -> Loaded:
    return load([str(ROOT)], cached=False)


@pytest.fixture
def shipped() -> Loaded:
    return _shipped()


def asked(loaded: Loaded, form: str, **answers: str) -> Proposal:
    return propose(loaded, filled(form, **answers))


def lines(made: Proposal) -> tuple[list[str], list[str]]:
    """The lines of the file that go, and those that come."""
    told = list(ndiff(made.file.held.text.split("\n"), made.file.text.split("\n")))
    gone, come = ([one[2:] for one in told if one.startswith(sign)] for sign in ("- ", "+ "))
    return gone, come


def why(loaded: Loaded, form: str, **answers: str) -> tuple[str, str]:
    with pytest.raises(Wrong) as told:
        asked(loaded, form, **answers)
    return told.value.label, str(told.value)


def test_a_target_is_changed_and_nothing_else(shipped: Loaded) -> None:
    made = asked(shipped, "1-target", **TARGET)
    assert lines(made) == (["    contained: 4h"], ["    contained: 6h"])
    assert made.title == "incident-response: P1 contained"
    assert (made.change.before, made.change.after) == ("4h", "6h")


@pytest.mark.parametrize(
    "said",
    [
        "service-level:incident-response",
        "`incident-response`",
        "https://watchbill.larkmoor.example/service-levels/incident-response/",
        "https://x.example/service-levels/incident-response/#targets",
    ],
)
def test_a_document_is_known_by_what_people_paste(shipped: Loaded, said: str) -> None:
    assert asked(shipped, "1-target", **{**TARGET, "document": said}).id == "incident-response"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("6 hours", "6h"),
        ("1,5 h", "1h30m"),
        ("1 hour and 30 minutes", "1h30m"),
        ("90 min", "90m"),
        ("2 business days", "2bd"),
        ("3 Days", "3d"),
    ],
)
def test_a_time_is_read_as_people_say_it(shipped: Loaded, said: str, meant: str) -> None:
    assert asked(shipped, "1-target", **{**TARGET, "value": said}).change.after == meant


def test_a_target_keeps_its_calendar_or_gets_another(shipped: Loaded) -> None:
    wanted = {**TARGET, "target": "P1 resolved", "value": "8bd"}
    assert lines(asked(shipped, "1-target", **wanted))[1] == [
        "    resolved: {within: 8bd, calendar: dublin-office}"
    ]
    made = asked(shipped, "1-target", **wanted, calendar="singapore-office")
    assert lines(made)[1] == ["    resolved: {within: 8bd, calendar: singapore-office}"]
    made = asked(shipped, "1-target", **TARGET, calendar="dublin-office")
    assert lines(made)[1] == ["    contained: {within: 6h, calendar: dublin-office}"]


def test_our_own_limit_for_a_law_is_changed_by_its_name_and_condition(shipped: Loaded) -> None:
    own = {"document": "guard-bands", "value": "30m"}
    made = asked(shipped, "1-target", **own, target="us-2258a-report if child-in-danger")
    (line,) = lines(made)[1]
    assert line.startswith(
        "  - {obligation: us-2258a-report, within: 30m, only_if: [child-in-danger], "
    )
    label, said = why(shipped, "1-target", **own, target="us-2258a-report")
    assert label == "Which target"
    assert said.startswith("which is meant: `us-2258a-report if child-in-danger` (1h); `us-2258a")


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("Worst-case time", "45 minutes", "      takes: 45m"),
        ("Who does it", "Incident manager on call (IMOC)", "      role: imoc"),
        ("Title or question", "Sweep: all copies", '      title: "Sweep: all copies"'),
    ],
)
def test_a_step_of_a_side_line_is_changed(
    shipped: Loaded, field: str, value: str, line: str
) -> None:
    made = asked(shipped, "2-step", **{**STEP, "field": field, "value": value})
    assert lines(made)[1] == [line]
    assert made.file.held.file.endswith("terrorist-removal-order.yaml")


def test_how_a_step_is_done_is_written_as_lines(shipped: Loaded) -> None:
    words = {
        "step": "defect",
        "field": "How it is done",
        "value": "1. Look.\r\n2. Say so.  ",
    }
    made = asked(shipped, "2-step", **{**STEP, **words})
    assert lines(made)[1] == ["      1. Look.", "      2. Say so."]
    assert "    do: |\n      1. Look.\n      2. Say so.\n    done_when:" in made.file.text


def test_a_question_is_the_title_of_a_decision(shipped: Loaded) -> None:
    words = {"step": "defect", "field": "Title or question", "value": "Is it void?"}
    assert asked(shipped, "2-step", **{**STEP, **words}).change.path[-1] == "ask"


def test_a_contact_is_changed_added_and_taken_away(shipped: Loaded) -> None:
    own = {"document": "vendor-alder", "what": "Change the one that is there"}
    made = asked(shipped, "3-contact", **own, contact="#vendor-alder-OPS", address="#alder-desk")
    assert lines(made)[1] == [
        '  - {channel: chat, address: "#alder-desk", when: "Daily operations"}'
    ]
    own["what"] = "Add one"
    made = asked(shipped, "3-contact", **own, channel="pager", address="alder-duty")
    assert lines(made) == ([], ["  - {channel: pager, address: alder-duty}"])
    own["what"] = "Take one away"
    made = asked(shipped, "3-contact", **own, contact="#vendor-alder-ops")
    assert [len(one) for one in lines(made)] == [1, 0]


def test_the_hours_and_the_handover_of_a_shift_are_changed(shipped: Loaded) -> None:
    made = asked(
        shipped, "4-schedule", **SHIFT, what="Hours of the shift", value="8:00 \u2013 18:00"
    )
    at = made.change.path
    assert (at, made.change.after) == (("shifts", 2, "hours"), "08:00-18:00")
    assert made.file.text.count('"08:00-18:00"') == 1
    made = asked(shipped, "4-schedule", **SHIFT, what="Time of the handover", value="9:30")
    assert lines(made)[1] == ['    handover: "09:30"']


def test_somebody_else_stands_in_on_the_clock_of_the_shift(shipped: Loaded) -> None:
    swap = {
        **SHIFT,
        "what": "Somebody else for a while",
        "value": "imoc-emea-02",
        "why": "A\ncourse.",
    }
    made = asked(
        shipped, "4-schedule", **swap, **{"from": "2027-07-01 8:00", "until": "2027-07-02 17:30"}
    )
    assert lines(made) == (
        [],
        [
            "  - from: 2027-07-01T08:00:00+01:00",
            "    to: 2027-07-02T17:30:00+01:00",
            "    shift: emea-week",
            "    member: imoc-emea-02",
            "    reason: A course.",
        ],
    )
    days = {"from": "2027-10-31 01:30", "until": "2027-10-31T09:00:00+00:00"}
    label, said = why(shipped, "4-schedule", **swap, **days)
    assert label == "From when"
    assert "the clocks of Europe/Dublin change" in said


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        ("1-target", {"calendar": "dublin-office"}),
        ("2-step", {"field": "How it is done", "value": "1. Look.\n\n- a: b # c"}),
        ("2-step", {"field": "How to know that it worked", "value": 'It: is "gone" # really'}),
        ("3-contact", {"what": "Add one", "channel": "chat", "address": "#new: x"}),
        ("4-schedule", {"what": "Time of the handover", "value": "9:00"}),
    ],
)
def test_what_is_written_is_in_the_one_canonical_form(
    shipped: Loaded, form: str, answers: dict[str, str]
) -> None:
    made = asked(shipped, form, **{**USUAL[form], **answers}).file
    found = canonical(made.raw, made.held.file, lambda _: "")
    assert (found.text, found.faults) == (made.text, ())


HOURS, SWAP = "Hours of the shift", "Somebody else for a while"
WRONG: list[tuple[str, dict[str, str], str, str]] = [
    ("1-target", {"document": "incident-respons"}, "document", "did you mean `incident-response`?"),
    ("1-target", {"document": "lert-duty"}, "document", "Use the form that fits it"),
    ("1-target", {"document": "eu-tco-removal"}, "document", "use the form `A legal clock`"),
    ("1-target", {"target": "P1"}, "target", "it has: P0 acknowledged, P0 triaged"),
    ("1-target", {"target": "P1 contaned"}, "target", "did you mean `P1 contained`?"),
    ("1-target", {"value": "soon"}, "value", "write 90s, 15m, 1h30m"),
    ("1-target", {"value": "4h"}, "", "`incident-response` says so already"),
    ("1-target", {"calendar": "dublin"}, "calendar", "did you mean `dublin-office`?"),
    ("2-step", {"step": "swep", "value": "1h"}, "step", "did you mean `sweep`?"),
    ("2-step", {"field": "Who does it", "value": "Jane"}, "value", "there is no role `Jane`"),
    ("2-step", {"field": "Title or question", "value": "a\nb"}, "value", "this is one line"),
    ("2-step", {"field": "Title or question", "value": "x" * 301}, "", "at most 300 fit here"),
    ("2-step", {"field": "What to do in doubt", "value": "x"}, "field", "nothing can be in doubt"),
    ("2-step", {"step": "await-scrutiny", "value": "1h"}, "field", "waits for somebody outside"),
    ("2-step", {"field": "Its name", "value": "x"}, "field", "cannot be picked"),
    ("3-contact", {"what": "Add one", "channel": "chat"}, "address", "needs an answer here"),
    ("3-contact", {"what": "Take one away"}, "contact", "`ts-lert`"),
    ("4-schedule", {"shift": "emea", "what": HOURS, "value": "24h"}, "shift", "mean `emea-week`?"),
    ("4-schedule", {"what": HOURS, "value": "all day"}, "value", "are no hours"),
    ("4-schedule", {"what": "Time of the handover", "value": "25:00"}, "value", "no time of day"),
    ("4-schedule", {"what": SWAP, "value": "jane"}, "value", "no team has the handle `jane`"),
    ("4-schedule", {"what": SWAP, "value": "imoc-emea-02"}, "from", "there is no answer"),
]
USUAL = {"1-target": TARGET, "2-step": STEP, "3-contact": {"document": "lert"}, "4-schedule": SHIFT}


@pytest.mark.parametrize(("form", "answers", "question", "said"), WRONG)
def test_what_cannot_be_carried_out_is_told_by_the_question(
    shipped: Loaded, form: str, answers: dict[str, str], question: str, said: str
) -> None:
    told = why(shipped, form, **{**USUAL[form], **answers})
    labels = {one.id: one.label for found in FORMS if found.id == form for one in found.questions}
    assert told[0] == labels.get(question, "")
    assert said in told[1]


def test_a_body_is_read_whatever_its_line_ends_and_fences() -> None:
    text = filled("2-step", **STEP, value="```text\n### Not a question\nx\n```")
    form, answers = read(text.replace("\n", "\r\n"), FORMS)
    assert form.id == "2-step"
    assert answers.at("value") == "### Not a question\nx"
    assert answers.at("from") == ""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "not that of one of the forms"),
        ("### Which playbook\n\nx", "the question is not in the text any more"),
        ("x" * 70_001, "more than 70,000 characters"),
        (filled("2-step", **STEP, value="### Why\n\nx"), "as the form itself has"),
        (filled("2-step", **STEP, value="```\n### Which step\n```"), "as the form itself has"),
        (filled("2-step", **STEP, value="a\u202eb"), "nobody sees (U+202E)"),
        (filled("2-step", **STEP, value="a\x1b[2Jb"), "nobody sees (U+001B)"),
        (filled("2-step", **STEP, value=" "), "there is no answer"),
    ],
)
def test_a_body_that_cannot_be_told_apart_is_refused(body: str, said: str) -> None:
    with pytest.raises(Wrong) as told:
        read(body, FORMS)
    assert said in str(told.value)


SMALL = {"document": "fraud-ring", "step": "block"}


@cache
def _small() -> Loaded:
    return load([str(smallest.HERE)], cached=False)


PARTS = [
    "# ",
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "'",
    '"',
    "\\",
    "&x",
    "*x",
    "!!a",
    "%",
    "@",
    "`",
    "x",
    " ",
    "yes",
    "\n",
    "---",
    "é",
]


@given(st.lists(st.sampled_from([*PARTS, "|"]), min_size=1, max_size=8).map("".join))
def test_no_words_change_anything_but_the_value_that_they_are_for(words: str) -> None:
    for field in ("Title or question", "How it is done"):
        try:
            made = asked(_small(), "2-step", **SMALL, field=field, value=words)
        except Wrong:
            continue
        old, new = made.file.held.data, made.file.held._replace(text=made.file.text).data
        assert _at(new, made.change.path) == made.change.value
        _put(old, made.change)
        assert old == new


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def _put(data: Any, change: Any) -> None:
    *above, last = change.path
    _at(data, tuple(above))[last] = change.value

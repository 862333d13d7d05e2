"""What the loader says is for a lead: plain words, the value, and how to mend it."""

import copy
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests import smallest
from watchbill.load.document import read_document
from watchbill.load.validate import MOST_COMPLAINTS, Complaint, validate
from watchbill.model.base import Document

TEAM = "kind: team\nid: desk\ntitle: Desk\nowner: desk\nscope: [Works cases]\n"
JARGON = re.compile(
    r"pydantic|validation error|\binput\b|\bstr\b|\bint\b|\bbool\b|\bdict\b|tuple|NoneType|valid string"
    r"|should (be|match|have)|\[a-z|\\d|\^|\$$|extra_|_type|Literal|None|literal|instance",
)
STRANGE = (
    "",
    "x y",
    "X",
    "a" * 400,
    "a\nb",
    0,
    -1,
    10**9,
    1.5,
    True,
    [],
    ["x"],
    [[1]],
    {},
    {"x": 1},
)


def said(text: str, path: str = "desk.yaml") -> list[tuple[str, str, str]]:
    return [(one.rule, one.message, one.mend) for one in read_document(text.encode(), path).faults]


@pytest.mark.parametrize(
    ("more", "rule", "message", "mend"),
    [
        ("sumary: x", "field/unknown", "there is no field `sumary` here", "did you mean `summary`?"),
        ("zzz: x", "field/unknown", "there is no field `zzz` here", "its fields are kind, id, title,"),
        ("tags: a", "field/value", "`a` is not a list (`- item` lines, or `[a, b]`)", "`tags`: Free"),
        ("tags: [A]", "field/value", "`A` is not lower-case words joined by hyphens", "`tags`: Free"),
        ("summary: true", "field/value", "`true` is not a text", "`summary`: One sentence"),
        ("summary: {a: b}", "field/value", "a mapping stands here; expected is a text", "`summary`"),
        ("summary: [a]", "field/value", "a list stands here; expected is a text", "`summary`"),
        ("contacts: x", "field/value", "`x` is not a list", "`contacts`: "),
        ("contacts: [x]", "field/value", "`x` is not a mapping (`name: value` lines)", "`contacts`"),
        ("contacts: [{channel: chta, address: x}]", "field/value",
         "`chta` is not `pager`, `chat`, `phone`, `mailbox`, `portal` or `ticket`",
         "did you mean `chat`?"),
        ("headcount: {emea: -1}", "field/value", "`-1` is not 0 or more", "`headcount`: People"),
        ("headcount: {emea: x}", "field/value", "`x` is not a whole number", "`headcount`: People"),
        ("headcount: {emea: true}", "field/value", "`true` is not a whole number", "`headcount`"),
        ("headcount: {EMEA: 1}", "field/value", "the name `EMEA` is not lower-case words", "`head"),
        ("review: {last: x, every: 1d}", "field/value", "`x` is not a calendar date such as 2026-11-02",
         "`last`: The day"),
        ("review: {last: 2026-11-01, every: 1 d}", "field/value",
         "`1 d` is not a duration such as 90s, 15m, 1h30m, 3d, 2bd, 6mo or 1y", "`every`: How"),
        ("review: {last: 2026-11-01}", "field/missing", "`every` is missing", "add `every:`. How often"),
        (f"summary: {'a' * 301}", "field/value", "a text of 301 characters; at most 300 fit here", "`s"),
        ("silences: [{rule: x, reason: z, until: 2026-11-01}]", "field/value",
         "`x` is not a rule's name such as `review/overdue`", "`rule`: The rule's name"),
        ("github: x", "field/value", "`x` is not a GitHub team or user", "`github`: "),
        ("status: actve", "field/value", "`actve` is not `draft`, `active` or `deprecated`",
         "did you mean `active`?"),
    ],
)  # fmt: skip
def test_a_fault_says_what_is_wrong_and_how_to_mend_it(
    more: str, rule: str, message: str, mend: str
) -> None:
    ((rule_, message_, mend_),) = said(f"{TEAM}{more}\n")
    assert rule_ == rule
    assert message_.startswith(message)
    assert mend_.startswith(mend)


def test_an_empty_list_where_one_is_needed_says_so() -> None:
    ((_, message, _),) = said(TEAM.replace("[Works cases]", "[]"))
    assert message == "nothing stands in it"


def test_an_unknown_kind_is_told_which_there_are() -> None:
    ((_, message, mend),) = said("kind: temm\nid: desk\n")
    assert (message, mend) == ("`temm` is no kind of document", "did you mean `team`?")
    ((_, message, mend),) = said("kind: zebra\nid: desk\n")
    assert mend.startswith("it is one of organization,")
    ((_, message, mend),) = said("id: desk\n")
    assert message == "the document does not say its `kind`"


def test_a_misspelt_field_that_is_needed_is_one_fault() -> None:
    assert [rule for rule, _, _ in said(TEAM.replace("owner:", "onwer:"))] == ["field/unknown"]


def test_a_field_that_names_a_form_is_a_field_all_the_same() -> None:
    data = smallest.data()["playbook:fraud-ring"]
    data["steps"].append({"id": "rest", "wait": "case-opened", "titel": "Wait"})
    (one,) = validate(data)  # type: ignore[misc]
    assert isinstance(one, Complaint)
    assert one.path == ("steps", len(data["steps"]) - 1, "titel")
    data["steps"][-1] = {"id": "rest", "wait": {"x": "z"}, "title": "Wait"}
    (one,) = validate(data)  # type: ignore[misc]
    assert isinstance(one, Complaint)
    assert one.path == ("steps", len(data["steps"]) - 1, "wait")


def test_what_cannot_be_seen_is_spelt_out() -> None:
    ((_, message, _),) = said(TEAM + 'tags: ["a\\nb"]\n')
    assert "`a\\nb`" in message and "\n" not in message


def test_many_faults_are_cut_and_counted() -> None:
    found = said(TEAM + "".join(f"x{n}: z\n" for n in range(500)))
    assert len(found) == MOST_COMPLAINTS
    assert any(message.endswith("; 400 more faults follow") for _, message, _ in found)


def spoilt(data: Any, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    """Every value of the data replaced by something strange, one at a time; then left out, then named wrong."""
    for path in paths(data):
        *above, last = path
        for strange in (*chance.sample(STRANGE, 3), "out", "name"):
            bad = copy.deepcopy(data)
            holder = bad
            for part in above:
                holder = holder[part]
            if strange == "out":
                del holder[last]
            elif strange == "name" and isinstance(holder, dict):
                holder[f"{last}x"] = holder.pop(last)
            else:
                holder[last] = strange
            yield path, strange, bad


def paths(data: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in list(pairs):
        yield (*here, key)
        if isinstance(value, dict | list):
            yield from paths(value, (*here, key))


@pytest.mark.parametrize("key", smallest.data())
def test_no_message_speaks_the_language_of_a_library(key: str) -> None:
    data = smallest.data()[key]
    for path, strange, bad in spoilt(data, random.Random(key)):
        if path[:1] in (("kind",), ("body",)):
            continue
        verdict = validate(bad)
        if isinstance(verdict, Document):
            continue
        for one in verdict:
            assert not JARGON.search(one.message), (path, strange, one)
            assert "\n" not in one.message and len(one.message) < 300, (path, strange, one)
            assert "in the form that this field asks for" not in one.message, (path, strange, one)
            assert one.mend, (path, strange, one)


@pytest.mark.parametrize("key", smallest.data())
def test_one_strange_value_is_one_complaint(key: str) -> None:
    data = smallest.data()[key]
    for path, strange, bad in spoilt(data, random.Random(key)):
        if path[:1] in (("kind",), ("body",)):
            continue
        verdict = validate(bad)
        if isinstance(verdict, Document) or strange == "name":
            continue
        own = {one.path for one in verdict}
        assert all(one == path[: len(one)] or one[: len(path)] == path for one in own), (
            path,
            strange,
            verdict,
        )
        if not isinstance(strange, dict):
            assert len(own) == 1, (path, strange, verdict)


@pytest.mark.parametrize("data", [None, 3, "x", [], True, 1.5, [{}]])
def test_what_is_no_mapping_is_no_document(data: Any) -> None:
    (one,) = validate(data)  # type: ignore[misc]
    assert isinstance(one, Complaint)
    assert one.rule == "document/unknown-kind"

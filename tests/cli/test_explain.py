import pytest

from tests.cli.run import run
from watchbill.diff.kinds import all_kinds
from watchbill.load.laws import LAWS
from watchbill.model.kinds import KINDS
from watchbill.model.shape import shape_of
from watchbill.rules import all_rules

CHANGES = [kind.id for kind in all_kinds()]
NAMES = [*KINDS, *LAWS, *(rule.id for rule in all_rules()), *CHANGES, "proof"]


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_law_and_kind_has_a_page(name: str) -> None:
    ran = run("explain", name)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) > 3


def test_no_two_pages_have_the_same_name() -> None:
    assert len({*NAMES}) == len(NAMES)


def test_a_kind_of_change_is_shown_before_and_after_with_its_direction() -> None:
    out = run("explain", "schedule/overlap").out
    assert out.startswith("schedule/overlap (a kind of change)\n\nThe least time that two watches")
    assert "\nBefore:\n    kind: schedule\n" in out and "\nAfter:\n    kind: schedule\n" in out
    assert out.endswith("\nDirection: weaker\n")


def test_alone_it_lists_every_name() -> None:
    ran = run("explain")
    assert ran.code == 0
    listed = {line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")}
    assert listed == set(NAMES)


def test_a_rule_is_shown_with_its_level_and_its_examples() -> None:
    out = run("explain", "references/unknown").out
    assert out.startswith("references/unknown (error)\n\nA document that is named exists.\n")
    assert "\nBad:\n    kind: playbook\n" in out
    assert "\nGood:\n    kind: playbook\n" in out


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_kind_is_shown_with_all_its_fields_and_which_must_be_there(kind: str) -> None:
    out = run("explain", kind).out
    for name, field in shape_of(KINDS[kind]).fields.items():
        if name != "body" or kind != "runbook":
            mark = "*" if field.info.is_required() else " "
            assert f"\n  {mark} {name}: " in out


def test_the_meaning_of_a_proof_is_nine_laws() -> None:
    out = run("explain", "proof").out
    assert "\n9. Every proof prints its assumptions" in out


def test_an_unknown_name_gets_a_proposal_and_the_others_their_page() -> None:
    ran = run("explain", "playbok", "team")
    assert ran.code == 1
    assert ran.out.startswith("team\n")
    assert (
        ran.err == "watchbill: there is no rule, law or kind `playbok` (did you mean `playbook`?)\n"
    )

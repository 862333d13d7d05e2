from watchbill.diff.kinds import all_kinds
from watchbill.load.laws import LAWS
from watchbill.model.kinds import KINDS
from watchbill.model.web import change_path, kind_path, rule_path
from watchbill.pages.page import markdown
from watchbill.pages.reference import reference_pages
from watchbill.rules import all_rules

PAGES = {page.path: markdown(page) for page in reference_pages(frozenset(KINDS))}


def test_every_kind_rule_and_law_of_form_has_its_page() -> None:
    wanted = [kind_path(kind) for kind in KINDS]
    wanted += [rule_path(rule.id) for rule in all_rules()]
    wanted += [rule_path(name) for name in LAWS]
    wanted += [change_path(kind.id) for kind in all_kinds()]
    assert set(wanted) <= set(PAGES)


def test_a_rule_page_has_its_law_a_bad_and_a_good() -> None:
    said = PAGES[rule_path("references/unknown")]
    assert "A document that is named exists." in said
    assert said.index("## Bad") < said.index("harm: no-such-harm") < said.index("## Good")


def test_a_kind_page_names_every_field_with_its_form_and_whether_it_is_required() -> None:
    said = PAGES[kind_path("playbook")]
    for name in ("default_severity", "in_doubt", "at_most", "excuses", "stub"):
        assert f"<code>{name}</code>" in said
    assert "<code>title</code><small> required</small>" in said
    assert "length of time" in said
    assert 'id of a <a href="../../../reference/kinds/harm/">' in said


def test_a_page_of_a_kind_of_change_has_both_states_and_says_which_is_weaker() -> None:
    said = PAGES[change_path("schedule/overlap")]
    assert "The example is weaker" in said
    assert said.index("## Before") < said.index("overlap: 30m") < said.index("## After")

"""Corners of the rules about audiences, secrets and personal data."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.laid import hits
from watchbill.rules.audience import personal_data, secret_in_text

HIGH = "kind: runbook\naudience: restricted\n---\n"
STEPS = """\
kind: playbook
steps:
  - id: linked
    title: Compare the accounts
    role: analyst
    takes: 5m
    {audience}
    stub: Child safety compares the accounts.
    do: Follow [[runbook:block-account]].
    reaches: [contained, resolved]
"""


def test_a_step_of_the_higher_tier_may_lead_up() -> None:
    own = STEPS.replace("{audience}", "audience: restricted")
    assert hits("audience/links-upward", HIGH + own) == []
    assert hits("audience/links-upward", HIGH + STEPS.replace("{audience}", "people: 1")) == [
        (
            "playbook:fraud-ring.steps[0].do: readers of `vendor` are led to runbook `block-account`,"
            " which is for `restricted` [[[runbook:block-account]]]"
        )
    ]


def test_a_link_inside_and_outside_of_its_fence_leads_up() -> None:
    inside = "after: |\n  ::: restricted\n  See [[team:desk]].\n  :::\n"
    outside = inside + "  See [[team:desk]].\n"
    assert hits("audience/links-upward", "kind: playbook\n" + inside) == []
    assert len(set(hits("audience/links-upward", "kind: playbook\n" + outside))) == 1


def test_a_field_names_owners_and_staff_without_leading_to_them() -> None:
    assert hits("audience/links-upward", "kind: team\naudience: restricted\n") == []


def test_a_document_without_an_audience_has_the_default() -> None:
    found = hits("audience/links-upward", "kind: runbook\nwithout: [audience]\n")
    assert len(found) == 1
    assert "which is for `internal`" in found[0]


@pytest.mark.parametrize(
    "text",
    ["::: restricted\nnever closed", "one\n:::\ntwo", "::: internal\n::: restricted\n:::\n:::"],
)
def test_fences_that_do_not_pair_up(text: str) -> None:
    block = "".join(f"  {line}\n" for line in text.split("\n"))
    assert len(hits("audience/bad-fence", f"kind: playbook\nafter: |\n{block}")) == 1


def test_an_unknown_fence_is_reported_where_it_stands() -> None:
    overlay = "kind: playbook\nafter: |\n  ::: secret\n  x\n  :::\n"
    assert hits("audience/unknown", overlay) == [
        "playbook:fraud-ring.after: there is no audience `secret` [::: secret]"
    ]


def test_a_step_for_the_tier_of_its_page_hides_nothing() -> None:
    for tier, count in (("vendor", 1), ("public", 1), ("internal", 0), ("restricted", 0)):
        overlay = STEPS.replace("{audience}", f"audience: {tier}")
        assert len(hits("audience/step-below-document", overlay)) == count, tier


SECRETS = [
    "AKIA" + "ABCDEFGHIJKLMNOP",
    "ghp_" + "a1" * 18,
    "-----BEGIN RSA PRIVATE" + " KEY-----",
    "https://desk:hunter2@console.example/",
    "password = tr0ub4dor",
    "API key: 9f8e7d6c5b4a",
    "eyJhbGciOiJIUzI1" + ".eyJzdWIiOiIxMjM0",
]
MORE_SECRETS = [
    *("ASIA" + "ABCDEFGHIJKLMNOP", "glpat-" + "a1" * 10, "AIza" + "a1b2c" * 7, "sk-" + "a1" * 10),
    *("github_pat_" + "a1" * 15, *(f"gh{one}_" + "a1" * 18 for one in "orsu")),
    *(f"xox{one}-" + "a1" * 5 for one in "abprs"),
]
NAMES = (
    "password",
    "passwd",
    "pwd",
    "secret",
    "api key",
    "api-key",
    "api_key",
    "apikey",
    "token",
    "bearer",
)
HARMLESS = [
    "Take the password from the vault: it changes each Monday",
    "Revoke session tokens: 40 minutes at most",
    "The risk-based review of the desk-account-number",
    "The key: press it twice",
    "See https://console.example/a@b:c",
]


@pytest.mark.parametrize("text", SECRETS)
def test_a_secret_is_found_and_never_repeated(text: str) -> None:
    found = hits("audience/secret-in-text", f"kind: runbook\ntools: ['{text}']\n")
    assert len(found) == 1
    message = found[0].rpartition(" [")[0]
    assert text.rsplit(maxsplit=1)[-1] not in message


@pytest.mark.parametrize("text", MORE_SECRETS)
def test_each_sort_of_secret_is_found_among_other_words(text: str) -> None:
    assert (
        len(hits("audience/secret-in-text", f"kind: runbook\ntools: ['Use {text} there']\n")) == 1
    )


CASES = (str.lower, str.upper, str.title, str.swapcase)


@given(
    before=st.text(alphabet="ab -:=_@/7\n", max_size=12),
    name=st.sampled_from(NAMES),
    case=st.sampled_from(CASES),
    mark=st.from_regex(r"[ \t\n]{0,3}[:=][ \n]{0,2}[\"'`]?", fullmatch=True),
    value=st.text(alphabet="abC12-_/", min_size=8, max_size=12),
)
def test_the_quick_look_for_a_password_misses_none(before, name, case, mark, value) -> None:
    text = f"{before}{case(name)}{mark}{value}"
    assert secret_in_text._suspect(text) or not re.search(secret_in_text.FORMS, text)


@given(
    st.lists(
        st.text(alphabet="0123456789", min_size=4, max_size=4)
        | st.sampled_from(
            ("GB82", "DE89", " ", "-", "WEST", "3704", "4111 1111 1111 1111", "\ud800")
        ),
        max_size=9,
    )
)
def test_the_quick_look_for_long_numbers_finds_eight_digits_in_fours(parts) -> None:
    text = "".join(parts)
    assert personal_data._long_number(text) == bool(re.search("[0-9]{4}[ -]?[0-9]{4}", text))


@pytest.mark.parametrize("text", HARMLESS)
def test_words_about_secrets_are_no_secrets(text: str) -> None:
    assert hits("audience/secret-in-text", f"kind: runbook\ntools: ['{text}']\n") == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ask maria.keane@smallest.example", "a person's e-mail address"),
        ("Call +353 1 555 01 23 45", "a telephone number"),
        ("Pay GB82 WEST 1234 5698 7654 32", "a bank account number"),
        ("Charge 4111 1111 1111 1111", "a card number"),
    ],
)
def test_personal_data_is_found(text: str, what: str) -> None:
    found = hits("audience/personal-data", f"kind: runbook\ntools: [{text}]\n")
    assert [hit.split(": ")[1].split(" stands")[0] for hit in found] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Write to dsa-intake@smallest.example",
        "Case 4111 1111 1111 1112",
        "Order GB00 WEST 1234 5698 7654 32",
        "Within +3h, at 2026-11-23 12:00 +01:00",
        "Call 999 or 112",
    ],
)
def test_what_only_looks_personal(text: str) -> None:
    assert hits("audience/personal-data", f"kind: runbook\ntools: ['{text}']\n") == []


def test_a_contact_may_have_a_telephone_but_not_a_person_s_mailbox() -> None:
    contact = "kind: team\ncontacts:\n  - {channel: phone, address: '%s'}\n"
    assert hits("audience/personal-data", contact % "+353 1 555 01 23 45") == []
    assert hits("audience/personal-data", contact % "quality@smallest.example") == []
    assert len(hits("audience/personal-data", contact % "maria.keane@smallest.example")) == 1


def test_a_step_that_a_vendor_may_not_read_is_not_for_its_people() -> None:
    roles = """\
kind: organization
roles:
  - {id: analyst, title: Analyst, what: Works the case., staffed_by: vendor-one}
  - {id: counsel, title: Counsel, what: Decides on law., staffed_by: legal-watch, page: true}
---
"""
    hidden = STEPS.replace("{audience}", "audience: internal")
    found = hits("audience/vendor-above-tier", roles + hidden)
    assert [hit.split(": ")[0] for hit in found] == ["playbook:fraud-ring.steps[0].role"]
    assert (
        hits("audience/vendor-above-tier", roles + STEPS.replace("{audience}", "people: 1")) == []
    )

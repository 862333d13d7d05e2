"""The page of what no playbook discharges: whose reason it is, and which reader sees what."""

import smallest
from watchbill.pages import not_operated
from watchbill.pages.desk import Desk, Source
from watchbill.pages.edition import edition
from watchbill.pages.index import clocks
from watchbill.pages.page import markdown
from watchbill.pages.site import all_pages

SOURCE = Source("0123456789ab", smallest.NOW)
LEFT = """
kind: obligation
id: ours-law
title: A law of ours
not_operated: {because: The <b>product</b> does it, decided_by: legal, decided_on: 2026-11-02}
---
kind: obligation
id: sealed-law
title: A sealed law
audience: restricted
not_operated: {because: Sealed reason, decided_by: legal, decided_on: 2026-11-02}
---
kind: obligation
id: other-law
title: The law of others
binding: not-ours
---
kind: obligation
id: fact-law
title: A law for others by fact
applies_if: [not hosting]
---
kind: obligation
id: may-law
title: A law that permits
binding: may
---
kind: obligation
id: gap-law
title: A law that nobody thought of
"""


def desk(audience: str, more: str = "") -> Desk:
    book = smallest.book(smallest.overlaid(LEFT + more))
    return Desk(edition(book, audience), SOURCE, "2026f", fictional=False)


def sections(one: Desk) -> dict[str, str]:
    found = not_operated.page(one, not_operated.left_out(one))
    return {section.id: section.body for section in found.sections}


def test_each_law_stands_where_its_reason_lies() -> None:
    found = sections(desk("restricted"))
    assert list(found) == ["open", "decided", "facts", "others", "permissions"]
    assert "A law that nobody thought of" in found["open"]
    assert "no reason is given" in found["open"]
    assert "The &lt;b&gt;product&lt;/b&gt; does it" in found["decided"]
    assert "2026-11-02" in found["decided"] and "Legal" in found["decided"]
    assert "A law for others by fact" in found["facts"]
    assert "Do we host what users publish? Yes." in found["facts"]
    assert "The law of others" in found["others"]
    assert "A law that permits" in found["permissions"]
    assert not any("Answer a notice within two days" in body for body in found.values())


def test_nothing_above_the_readers_tier_is_on_it() -> None:
    assert "Sealed reason" in markdown_of("restricted")
    told = markdown_of("internal")
    assert "Sealed" not in told and "sealed" not in told
    assert "5 laws are in the book" in told


def markdown_of(audience: str) -> str:
    one = desk(audience)
    return markdown(not_operated.page(one, not_operated.left_out(one)))


def test_a_playbook_that_its_readers_may_not_see_may_discharge_the_rest() -> None:
    whole = {law.id for law in not_operated.left_out(desk("restricted", HIDDEN))}
    part = {law.id for law in not_operated.left_out(desk("internal", HIDDEN))}
    assert whole == {"ours-law", "sealed-law", "other-law", "fact-law", "may-law", "gap-law"}
    assert part == {"ours-law"}


HIDDEN = "---\nkind: playbook\nid: sealed-ring\naudience: restricted\n"


def test_the_clocks_lead_there_and_only_where_there_is_something() -> None:
    one = desk("internal")
    assert 'href="~/not-operated/"' in clocks(one).lead
    assert not_operated.PATH in {page.path for page in all_pages(one)}
    bare = Desk(edition(smallest.book(), "internal"), SOURCE, "2026f", fictional=False)
    assert "not-operated" not in clocks(bare).lead
    assert not_operated.PATH not in {page.path for page in all_pages(bare)}


def test_the_page_of_a_law_gives_the_reason() -> None:
    told = {page.path: markdown(page) for page in all_pages(desk("internal"))}
    assert "Not operated here, because" in told["clocks/ours-law/"]
    assert "Not operated here, because" not in told["clocks/other-law/"]


def test_the_pages_say_when_a_law_is_secret_what_it_erases_and_who_must_not_be_told() -> None:
    more = (
        "---\nkind: obligation\nid: quiet-law\nsecrecy: Tell nobody\nsecret_if: [eu-linked]\n"
        "erases: true\nyields_to: [ours-law]\n---\nkind: message\ntells_user: true\n"
    )
    told = {page.path: markdown(page) for page in all_pages(desk("internal", more))}
    law = told["clocks/quiet-law/"]
    assert "Tell nobody <small>only if: Is a person in the Union concerned?" in law
    assert "Gives way to" in law and "Erases" in law
    assert "It tells the user" in told["messages/notice/"]
    assert "Erases" not in told["clocks/ours-law/"]

import pytest

from watchbill.pages.markup import Html
from watchbill.pages.page import Page, Section, file_of, markdown


@pytest.mark.parametrize(
    ("path", "file"),
    [("", "index.md"), ("playbooks/", "playbooks/index.md"), ("playbooks/x/", "playbooks/x.md")],
)
def test_an_index_and_a_leaf_have_their_files(path: str, file: str) -> None:
    assert file_of(path) == file


@pytest.mark.parametrize(
    ("path", "address"),
    [("", "./clocks/"), ("playbooks/", "../clocks/"), ("playbooks/x/", "../../clocks/")],
)
def test_addresses_are_relative_to_the_page(path: str, address: str) -> None:
    page = Page(path, "X", Html('<a href="~/clocks/">c</a>'))
    assert f'<a href="{address}">c</a>' in markdown(page)


def test_markdown_finds_nothing_in_a_title() -> None:
    page = Page("a/b/", '*x* [y](z) {: #id } <b> "q" `c` # --- &amp;')
    heading = next(line for line in markdown(page).splitlines() if line.startswith("# "))
    assert not set('*[](){}<>"`') & set(heading.removesuffix("{: #top }"))


def test_html_has_no_blank_line_that_would_end_its_block_and_shows_the_same() -> None:
    page = Page("a/b/", "X", Html("<pre>a\n\n\n  \nb</pre>"))
    assert "<pre>a&#10;&#10;&#10;  \nb</pre>" in markdown(page)


def test_a_section_without_content_has_no_heading() -> None:
    page = Page("a/b/", "X", sections=(Section("none", "Nothing", Html("")),))
    assert "Nothing" not in markdown(page)

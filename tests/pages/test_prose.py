import pytest

from watchbill.model.prose import Link
from watchbill.pages.prose import render, render_line

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example/a)",
    "[x](/\\evil.example)",
    "[x](https:/\\evil.example)",
    "[x](https://good.example@evil.example/)",
    "[x](http://plain.example/)",
    "[x](../../../etc/passwd)",
    "[x](wb:runbook:call)",
    "[x](~/runbooks/call/)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    '[x](https://e.example "onmouseover=alert(1)")',
    "[x]: javascript:alert(1)\n\n[x]",
    "<iframe src=https://evil.example></iframe>",
    "<style>@import url(https://evil.example)</style>",
    "<!-- hidden --><b>",
    "{{ config }} {% raw %} {% include 'x' %}",
    "`<script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>indented</script>",
    "| a |\n|---|\n| <script>x</script> |",
    "# <script>x</script>",
    "<div markdown=1>\n# x\n</div>",
]


def nowhere(_: Link) -> None:
    return None


def found(link: Link) -> tuple[str, str] | None:
    return (f"{link.kind}s/{link.id}/", f"<b>{link.id}</b>")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_comes_to_life(payload: str) -> None:
    for made in (render(payload, nowhere), render_line(payload.replace("\n", " "), nowhere)):
        lower = made.lower()
        for live in ("<script", "<img", "<svg", "<iframe", "<style", "<!--", "<b>"):
            assert live not in lower
        for attribute in (" on", ' href="j', ' href="d', ' href="/', ' href="h', ' href="w'):
            inside = [tag for tag in lower.split("<")[1:] if attribute in tag.partition(">")[0]]
            allowed = ' href="https://e.example"'
            assert [tag for tag in inside if allowed not in tag] == []


def test_a_link_to_a_document_shows_its_title_escaped() -> None:
    made = render_line("See [[runbook:call]].", found)
    assert made == 'See <a href="~/runbooks/call/">&lt;b&gt;call&lt;/b&gt;</a>.'


def test_a_link_that_leads_nowhere_becomes_words() -> None:
    assert render_line("See [[runbook:gone]].", nowhere) == "See <span>runbook:gone</span>."


def test_a_link_to_the_outside_is_https_and_says_nothing_of_us() -> None:
    made = render_line("[law](https://law.example/a?b=c)", nowhere)
    assert made == '<a href="https://law.example/a?b=c" rel="noopener noreferrer">law</a>'


def test_a_picture_becomes_a_link_that_only_a_click_follows() -> None:
    made = render_line("![x](https://law.example/a.png)", nowhere)
    assert made == '!<a href="https://law.example/a.png" rel="noopener noreferrer">x</a>'


def test_double_brackets_in_code_stay_as_written() -> None:
    assert "[[runbook:call]]" in render("`[[runbook:call]]`", found)


def test_tables_get_names_of_their_own() -> None:
    table = "| a |\n|---|\n| b |\n"
    made = render(f"{table}\ntext\n\n{table}", nowhere, "Step 2")
    assert 'aria-label="Step 2, table 1"' in made
    assert 'aria-label="Step 2, table 2"' in made


def test_headings_in_prose_do_not_disturb_the_page() -> None:
    assert render("# Big", nowhere) == '<p class="wb-head"><strong>Big</strong></p>'

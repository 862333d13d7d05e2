from watchbill.pages.markup import Html, h, items, join, pairs, sentence, table


def test_plain_strings_are_escaped_wherever_they_stand() -> None:
    evil = "<img src=x onerror=alert(1)>\"'"
    for made in (h("p", evil), items([evil]), pairs([(evil, evil)]), join(evil, evil, by="<br>")):
        assert "<img" not in made
        assert "&lt;img" in made
    assert "<img" not in table(evil, [evil], [[evil]])


def test_an_attribute_cannot_be_broken_out_of() -> None:
    assert h("a", title='" onclick="x') == '<a title="&quot; onclick=&quot;x"></a>'
    assert h("a", title=Html('"><script>')) == '<a title="&quot;&gt;&lt;script&gt;"></a>'


def test_html_passes_as_it_is() -> None:
    assert h("p", Html("<b>x</b>"), " & ") == "<p><b>x</b> &amp; </p>"


def test_what_is_between_backticks_is_code() -> None:
    assert h("p", "Choose `Take <now>`.") == "<p>Choose <code>Take &lt;now&gt;</code>.</p>"


def test_what_says_nothing_is_left_out() -> None:
    assert pairs([("Role", "x"), ("Law", ""), ("Note", None)]).count("<dt>") == 1
    assert items(["", None]) == ""
    assert table("Empty", ["a"], []) == ""


def test_a_table_scrolls_by_itself_and_has_a_name() -> None:
    made = table("Levels", ["When", "Who"], [["at once", "x"]])
    assert made.startswith('<div class="wb-scroll" role="region" tabindex="0" aria-label="Levels">')
    assert '<th scope="row">at once</th>' in made


def test_a_sentence_joins_with_commas_and_a_last_word() -> None:
    assert sentence(["a"]) == "a"
    assert sentence(["a", "b", "c"], "or") == "a, b or c"

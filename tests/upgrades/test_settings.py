import pytest

from watchbill.errors import CannotRun
from watchbill.upgrades.settings import with_version

SHARED = """\
[project]
name = "ours"  # a name

[tool.watchbill]  # the book
# where it lies
content = ["playbooks"]

[tool.watchbill.levels]
"wording/vague-word" = "off"
"""


def changed(old: str, new: str) -> list[str]:
    """The lines that differ, with their sign."""
    before, after = old.splitlines(), new.splitlines()
    gone = [f"-{line}" for line in before if line not in after]
    return gone + [f"+{line}" for line in after if line not in before]


def test_a_line_is_put_into_the_table_and_nothing_else_changes() -> None:
    made = with_version("pyproject.toml", SHARED, "0.2.0")
    assert changed(SHARED, made) == ['+content_version = "0.2.0"']
    assert '# the book\ncontent_version = "0.2.0"\n# where' in made


def test_the_line_that_stands_there_is_changed_in_its_place_with_its_comment() -> None:
    old = SHARED.replace("content = ", "content_version   = '0.1.0'  # kept\ncontent = ")
    made = with_version("pyproject.toml", old, "0.2.0")
    assert changed(old, made) == [
        "-content_version   = '0.1.0'  # kept",
        '+content_version   = "0.2.0"  # kept',
    ]


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "[project]\nname = 'x'"])
def test_where_there_is_no_table_one_is_added(text: str) -> None:
    made = with_version("pyproject.toml", text, "0.2.0")
    assert made.startswith(text)
    assert made.endswith('[tool.watchbill]\ncontent_version = "0.2.0"\n')


def test_a_file_of_its_own_has_it_at_the_top() -> None:
    old = 'content = ["a"]\n[levels]\n"x/y" = "off"\n'
    made = with_version("watchbill.toml", old, "0.2.0")
    assert made == f'content_version = "0.2.0"\n{old}'
    assert with_version("watchbill.toml", made, "0.3.0") == made.replace("0.2.0", "0.3.0")


def test_line_ends_stay() -> None:
    made = with_version("pyproject.toml", SHARED.replace("\n", "\r\n"), "0.2.0")
    assert made.count("\r\n") == made.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "tool.watchbill.content = ['a']\n",
        "[tool]\nwatchbill = {content = ['a']}\n",
        "[tool.watchbill]\n'content_version' = '0.1.0'\n",
        'x = """\n[tool.watchbill]\n"""\n',
    ],
)
def test_what_one_line_cannot_mend_is_left_to_a_hand(text: str) -> None:
    with pytest.raises(CannotRun, match=r'write content_version = "0\.2\.0"'):
        with_version("pyproject.toml", text, "0.2.0")

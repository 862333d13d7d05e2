import pytest

from watchbill.starter.marks import kept

TEXT = """\
always
only eu #? eu
#? us, eu
either
  nested #? us
#?end
#? not us
without us
#?end
a question? # not a mark
"""


@pytest.mark.parametrize(
    ("holds", "lines"),
    [
        ((), ["always", "without us", "a question? # not a mark"]),
        (("eu",), ["always", "only eu", "either", "without us", "a question? # not a mark"]),
        (("us",), ["always", "either", "  nested", "a question? # not a mark"]),
        (("us", "eu"), ["always", "only eu", "either", "  nested", "a question? # not a mark"]),
    ],
)
def test_a_part_is_there_where_its_condition_holds(
    holds: tuple[str, ...], lines: list[str]
) -> None:
    assert kept(TEXT, holds) == "".join(f"{line}\n" for line in lines)


def test_a_template_whose_only_part_does_not_hold_is_empty() -> None:
    assert kept("#? eu\nkind: message\n#?end\n", ()) == ""


def test_a_part_ends_where_the_next_begins() -> None:
    assert kept("#? eu\na\n#? us\nb\n", ("us",)) == "b\n"

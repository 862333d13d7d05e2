"""Citations compared: forgiving in the spelling, exact in the numbers."""

import pytest

from watchbill.model.citation import fits, provision

TCO = "Reg. (EU) 2021/784 Art 3(3)"
NCA = "Online Safety Act 2023 s. 66; SI 2026/268 (commenced by SI 2026/262)"
US = "18 U.S.C. 2258A(h)(1), (5), (6)"


@pytest.mark.parametrize(
    ("asked", "cited"),
    [
        ("Reg. (EU) 2021/784 Art 3", TCO),
        ("Regulation (EU) 2021/784, Article 3(3)", TCO),
        ("2021/784 art. 3 (3)", TCO),
        ("ART 3", TCO),
        ("EU 2021/784", TCO),
        ("Online Safety Act section 66", NCA),
        ("§ 66 Online Safety Act 2023", NCA),
        ("SI 2026/268", NCA),
        ("18 USC 2258a", US),
        ("18 U.S.C. § 2258A", US),
        ("Art 5", "Reg. (EU) 2021/784 Art 5(5)-(6)"),
        ("Art 42; 2024/2835", "Reg. (EU) 2022/2065 Art 42; Impl. Reg. (EU) 2024/2835"),
    ],
)
def test_what_means_the_same_fits(asked: str, cited: str) -> None:
    assert fits(provision(asked), provision(cited))


@pytest.mark.parametrize(
    ("asked", "cited"),
    [
        ("Art 3", "Reg. (EU) 2016/679 Art 33(1)"),
        ("Art 33", "Reg. (EU) 2021/784 Art 3(3)"),
        ("Art 3(3)", "Reg. (EU) 2021/784 Art 3(6)"),
        ("Art 3(33)", TCO),
        ("s. 3", TCO),
        ("2021/78", TCO),
        ("2022/2065 Art 3", TCO),
        ("GDPR Art 3", TCO),
        ("Art", TCO),
        ("", TCO),
        ("...", TCO),
        ("the", TCO),
    ],
)
def test_what_means_something_else_does_not(asked: str, cited: str) -> None:
    assert not fits(provision(asked), provision(cited))


def test_paragraphs_of_one_article_are_of_one_article() -> None:
    one, other, third = map(provision, (TCO, "Reg. (EU) 2021/784 Art 3(6)", "UK GDPR Art 3"))
    assert one.article == other.article != third.article

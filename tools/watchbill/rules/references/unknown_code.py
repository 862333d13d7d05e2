"""Each code of the EU transparency database, of MITRE ATLAS and of OWASP is one that its list has.

The database refuses a statement of reasons with a code that it does not know, and the day's batch stays
unsent; and who looks a technique up finds nothing. The EU renewed its codes on 1 July 2025: old ones look
right and are not.

Bad:
    kind: harm
    dsa: {category: STATEMENT_CATEGORY_SCOPE_OF_PLATFORM_SERVICE, keywords: [KEYWORD_FISHING]}

Good:
    kind: harm
    dsa: {category: STATEMENT_CATEGORY_SCAMS_AND_FRAUD, keywords: [KEYWORD_PHISHING]}
    atlas: [AML.T0052.001]
"""

import re
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.codes import ATLAS, DSA_CATEGORIES, DSA_KEYWORDS, OWASP_AGENTIC, OWASP_LLM
from watchbill.model.commitments import Harm
from watchbill.model.texts import SEPARATOR, Path, spots, words
from watchbill.rules.suggest import suggest
from watchbill.where import Address

ID = "references/unknown-code"
LEVEL = Level.ERROR
SIGNS = ("STATEMENT_CATEGORY_", "KEYWORD_", "AML.T", "LLM", "ASI")
CODE = re.compile(
    r"(?<![A-Za-z0-9_])(?:STATEMENT_CATEGORY_[A-Z_]+|KEYWORD_[A-Z_]+|AML\.T[0-9]+(?:\.[0-9]+)?"
    r"|(?:LLM|ASI)[0-9]{2})(?![A-Za-z0-9_])"
)
_LISTS = {
    "STATEMENT_CATEGORY_": ("the EU transparency database", DSA_CATEGORIES),
    "KEYWORD_": ("the EU transparency database", DSA_KEYWORDS),
    "AML.": ("MITRE ATLAS", ATLAS),
    "LLM": ("the OWASP list for LLM applications", OWASP_LLM),
    "ASI": ("the OWASP list for agentic applications", OWASP_AGENTIC),
}


def check(book: Book) -> Iterator[Hit]:
    """The codes of every harm, and those in any text."""
    for document in book.every():
        found = list(_fields(document)) if isinstance(document, Harm) else []
        text = SEPARATOR.join(words(document)[:3])
        if any(map(text.__contains__, SIGNS)):
            found += [
                (spot.path, code) for spot in spots(document) for code in CODE.findall(spot.text)
            ]
        for path, code in found:
            body, known = next(one for sign, one in _LISTS.items() if code.startswith(sign))
            if code not in known:
                yield Hit(
                    Address(document.key, path),
                    f"{body} has no code `{code}`",
                    suggest(code, known, "take one that is on its list"),
                    code,
                )


def _fields(harm: Harm) -> Iterator[tuple[Path, str]]:
    if harm.dsa:
        yield ("dsa", "category"), harm.dsa.category
        if harm.dsa.alternative:
            yield ("dsa", "alternative"), harm.dsa.alternative
        for place, code in enumerate(harm.dsa.keywords):
            yield ("dsa", "keywords", place), code
    for name in ("atlas", "owasp_llm", "owasp_agentic"):
        for place, code in enumerate(getattr(harm, name)):
            yield (name, place), code

"""No key, token or password stands in a document.

Git keeps it for ever and shows it to everyone with the repository. A secret that was committed is
public to them: it must be replaced, not deleted. The finding never repeats it.

Bad:
    kind: runbook
    tools: ["Console, password: hunter2hunter2"]

Good:
    kind: runbook
    tools: ["Console, password from the vault"]
"""

import re
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.texts import SEPARATOR, search, words
from watchbill.where import Address

ID = "audience/secret-in-text"
LEVEL = Level.ERROR
ALL = ("prose", "title", "other")
SORTS = {
    "private_key": "a private key",
    "aws": "an AWS access key",
    "github": "a GitHub token",
    "gitlab": "a GitLab token",
    "slack": "a Slack token",
    "google": "a Google API key",
    "openai": "an API key",
    "jwt": "a signed token",
    "url": "an address with a password",
    "word": "a password or token",
}
# Put together when a text is suspect, which nearly none is.
FORMS = (
    r"(?P<private_key>-----BEGIN [A-Z ]*PRIVATE KEY-----)"
    r"|\b(?P<aws>(?:AKIA|ASIA)[0-9A-Z]{16})\b"
    r"|\b(?P<github>gh[oprsu]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,})"
    r"|\b(?P<gitlab>glpat-[A-Za-z0-9_-]{20,})"
    r"|\b(?P<slack>xox[abprs]-[A-Za-z0-9-]{10,})"
    r"|\b(?P<google>AIza[0-9A-Za-z_-]{35})"
    r"|\b(?P<openai>sk-[A-Za-z0-9_-]{20,})"
    r"|\b(?P<jwt>eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,})"
    r"|(?P<url>\b[a-z][a-z0-9+.-]{1,20}://[^/\s:@]+:[^/\s:@]+@)"
    r"|\b(?i:password|passwd|pwd|secret|api[ _-]?key|token|bearer)\b\s*[:=]\s*[\"'`]?"
    r"(?P<word>(?!https?:)(?=[^\s\"'`]*[0-9])(?=[^\s\"'`]*[A-Za-z])[^\s\"'`<>{}\[\]]{8,})"
)
# What a text must contain, or what must stand before a mark in it, before it is worth the long look.
TOKENS = ("-----BEGIN", "AKIA", "ASIA", "AIza", ".eyJ")
DASHED = ("glpat", "sk", *(f"xox{letter}" for letter in "abprs"))
UNDERSCORED = ("ghp_", "gho_", "ghr_", "ghs_", "ghu_", "github_pat_")
NAMES = ("password", "passwd", "pwd", "secret", "key", "token", "bearer")


def check(book: Book) -> Iterator[Hit]:
    """Every text of every document."""
    for document in book.every():
        text = SEPARATOR.join(words(document)[:3])
        if not _suspect(text) or not re.search(FORMS, text):
            continue
        for path, found in search(document, re.compile(FORMS), ALL):
            yield Hit(
                Address(document.key, path),
                f"{SORTS[found.lastgroup or 'word']} stands in the text",
                "replace the secret where it is used, then name the vault that keeps it",
                found[found.lastgroup or 0],
            )


def _suspect(text: str) -> bool:
    """Whether it may hold one: told by finding plain words, as trying the pattern everywhere takes its time."""
    if any(map(text.__contains__, TOKENS)) or ("@" in text and "://" in text):
        return True
    if "_" in text and any(map(text.__contains__, UNDERSCORED)):
        return True
    if any(part.endswith(DASHED) for part in text.split("-")[:-1]):
        return True
    named = text.replace("=", ":").split(":")[:-1]
    return any(part.rstrip()[-9:].lower().endswith(NAMES) for part in named)

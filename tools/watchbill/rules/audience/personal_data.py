"""No person's address, telephone or account number stands in a document.

People move on and their numbers stay in the past of the repository, for every reader and for ever.
Groups are reached by the `contacts` of a team, partner or vendor.

Bad:
    kind: runbook
    tools: [Console; ask maria.keane@smallest.example]

Good:
    kind: team
    contacts:
      - {channel: mailbox, address: desk-duty@smallest.example}
"""

import re
from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.base import Document
from watchbill.model.book import Book
from watchbill.model.texts import SEPARATOR, spots, words
from watchbill.where import Address

ID = "audience/personal-data"
LEVEL = Level.ERROR
# Put together when a text has a sign of them.
EMAIL = r"([A-Za-z0-9][\w.+-]*)@[\w-]+(?:\.[\w-]+)+"
PHONE = r"\+[0-9][0-9 ()./-]{7,18}[0-9]"
IBAN = r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"
CARD = r"\b[3-6][0-9]{3}([ -]?)[0-9]{4}\1[0-9]{4}\1[0-9]{4}\b"
# Each digit as a nought, for a look at where many of them stand together.
DIGITS = bytes.maketrans(b"123456789", b"000000000")
LONG_NUMBERS = (b"00000000", b"0000 0000", b"0000-0000")
# Words in the name of a mailbox that many people read.
GROUP = (
    r"abuse|admin|appeal|compliance|contact|copyright|desk|dpo|duty|emergenc|escalation|help|hello"
    r"|inbox|info|intake|law|legal|notice|noreply|office|oncall|operation|ops|order|police|policy"
    r"|press|privacy|queue|report|request|response|safety|security|service|shift|site|support|team"
    r"|trust|vendor|wellness"
)


def check(book: Book) -> Iterator[Hit]:
    """Every text; contacts may name a group, and examples in messages are invented."""
    for document in book.every():
        if next(_found(SEPARATOR.join(words(document)[:3]), document), None) is None:
            continue
        for spot in spots(document):
            if spot.path[-1] == "example":
                continue
            for what, word in _found(spot.text, document, contact="contacts" in spot.path):
                yield Hit(
                    Address(document.key, spot.path),
                    f"{what} stands in the text",
                    "name the team or the role, and keep the number where the pager keeps it",
                    word,
                )


def _found(text: str, document: Document, *, contact: bool = False) -> Iterator[tuple[str, str]]:
    """What looks personal in a text. A contact may be a group's mailbox, and any telephone."""
    for mail in re.finditer(EMAIL, text) if "@" in text else ():
        name = mail[1].lower()
        if not re.search(GROUP, name) and (not contact or "." in name or "_" in name):
            yield "a person's e-mail address", mail[0]
    # Words to users may name a public line.
    if "+" in text and not contact and document.kind != "message":
        for phone in re.finditer(PHONE, text):
            if 9 <= sum(map(str.isdigit, phone[0])) <= 15:
                yield "a telephone number", phone[0]
    if _long_number(text):
        yield from _accounts(text)


def _long_number(text: str) -> bool:
    """Whether eight digits stand together, in fours: told without trying the patterns, which takes its time."""
    digits = text.encode("utf-8", "surrogatepass").translate(DIGITS)
    return b"0000" in digits and any(map(digits.__contains__, LONG_NUMBERS))


def _accounts(text: str) -> Iterator[tuple[str, str]]:
    for account in re.finditer(IBAN, text):
        if _is_iban(account[0].replace(" ", "")):
            yield "a bank account number", account[0]
    for card in re.finditer(CARD, text):
        if _passes_luhn(card[0]):
            yield "a card number", card[0]


def _is_iban(text: str) -> bool:
    """ISO 13616: the first four characters moved to the end, letters as numbers, 1 modulo 97."""
    return len(text) >= 15 and int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def _passes_luhn(text: str) -> bool:
    """ISO/IEC 7812: every second digit doubled, the sum of all digits divisible by ten."""
    digits = [int(c) for c in reversed(text) if c.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0

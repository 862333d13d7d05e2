"""Hours in which no site of a vendor speaks one of its languages are stated in `language_gaps`.

A case in Polish that arrives while the site in Krakow sleeps waits for the morning, or is decided by
somebody who cannot read it. Stated, the router and the desk know; the next 400 days are looked at.

Bad:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: "06:00-22:00", seats: 5, languages: [en, pt]}
    language_gaps:
      - {language: en, site: porto, hours: "22:00-06:00"}

Good:
    kind: vendor
    sites:
      - {id: porto, city: Porto, timezone: Europe/Lisbon, hours: "06:00-22:00", seats: 5, languages: [en, pt]}
    language_gaps:
      - {language: en, site: porto, hours: "22:00-06:00"}
      - {language: pt, site: porto, hours: "22:00-06:00"}
    ---
    kind: queue
    gaps:
      - {language: en, hours: "22:00-06:00", timezone: Europe/Lisbon, then: It waits for the morning.}
"""

from collections.abc import Iterator

from watchbill.finding import Hit, Level
from watchbill.model.book import Book
from watchbill.model.organization import Vendor
from watchbill.rules.proof._schedules import horizon
from watchbill.timeline import spoken
from watchbill.timeline.sites import LanguageHoles, language_holes
from watchbill.where import Address

ID = "proof/language-hole"
LEVEL = Level.NOTE


def check(book: Book) -> Iterator[Hit]:
    """Every language of every vendor that has an unstated hole."""
    for vendor in book.each(Vendor):
        for found in language_holes(vendor, *horizon(book)):
            if found.unstated:
                yield _hit(vendor, found)


def _hit(vendor: Vendor, found: LanguageHoles) -> Hit:
    row, site = next((row, one) for row, one in enumerate(vendor.sites) if one.id in found.sites)
    first, *rest = found.unstated
    more = f"; also {spoken.others(site.timezone, rest)}" if rest else ""
    return Hit(
        Address(vendor.key, ("sites", row, "languages")),
        f"{spoken.stretch(site.timezone, first, site.city)}: nobody speaks `{found.language}`{more}",
        "state the hours in `language_gaps:`, or cover them at another site",
    )

"""Vendor sites: when each is open, and the hours in which nobody speaks a language."""

from typing import NamedTuple

from watchbill.model.organization import Site, Vendor
from watchbill.timeline.spans import Spans, merged, without
from watchbill.timeline.windows import open_spans, week_days


class LanguageHoles(NamedTuple):
    """When nobody at any site of a vendor speaks a language: all of it, and what no `language_gaps` states."""

    language: str
    sites: tuple[str, ...]
    holes: Spans
    unstated: Spans


def site_time(site: Site, start: int, end: int) -> Spans:
    """When a site is open within [start, end)."""
    days = week_days(site.days)
    return open_spans(site.timezone, site.hours, lambda day: day.weekday() in days, start, end)


def language_holes(vendor: Vendor, start: int, end: int) -> tuple[LanguageHoles, ...]:
    """For each language of a vendor's sites, by name, when nobody there speaks it."""
    zones = {site.id: site.timezone for site in vendor.sites}
    times = {site.id: site_time(site, start, end) for site in vendor.sites}
    found = []
    for language in sorted({name for site in vendor.sites for name in site.languages}):
        sites = tuple(site.id for site in vendor.sites if language in site.languages)
        spoken = merged(span for id in sites for span in times[id])
        holes = without(merged([(start, end)]), spoken)
        stated = merged(
            span
            for gap in vendor.language_gaps
            if gap.language == language and gap.site in zones
            for span in open_spans(zones[gap.site], gap.hours, lambda _: True, start, end)
        )
        found.append(LanguageHoles(language, sites, holes, without(holes, stated)))
    return tuple(found)

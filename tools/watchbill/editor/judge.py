"""The findings of `watchbill lint` on a view of the book; what was judged once is kept for the next view."""

from collections.abc import Mapping, Sequence

from watchbill.editor.desk import View
from watchbill.finding import Finding
from watchbill.lint import judge
from watchbill.model.organization import Organization
from watchbill.rules import Rule, all_rules
from watchbill.settle import settle
from watchbill.verdicts import NO_VERDICTS, Verdicts

# Findings by the name of their file.
Found = dict[str, tuple[Finding, ...]]
# These go through every minute of a year: seconds, where all others take a blink.
_SLOW = "proof/"


class Judge:
    """Judges one view after another. `levels` are the settings' own levels by rule.

    `quick` leaves the proofs out. `kept` is what an earlier run has judged already.
    """

    def __init__(
        self, levels: Mapping[str, str], kept: Verdicts = NO_VERDICTS, *, quick: bool = False
    ) -> None:
        self._levels = levels
        self._rules: Sequence[Rule] = tuple(
            rule for rule in all_rules() if not (quick and is_slow(rule.id))
        )
        self._kept = kept

    def findings(self, view: View) -> Found:
        """Every finding, by file: the faults of form and what the rules say, at their final levels."""
        judged = judge(view.book, view.places, self._rules, view.digests, self._kept)
        self._kept = judged.verdicts
        settled = settle(
            {*view.findings, *judged.findings},
            view.book,
            levels=self._levels,
            clock_rules=frozenset(rule.id for rule in self._rules if rule.clock),
            touched=None,
        )
        files: dict[str, list[Finding]] = {}
        for finding in settled:
            files.setdefault(finding.place.file, []).append(finding)
        return {file: tuple(found) for file, found in files.items()}


def is_slow(rule: str) -> bool:
    """Whether a rule, by its name, takes seconds."""
    return rule.startswith(_SLOW)


def pages(view: View) -> str:
    """The address below which the site shows the rules' pages; "" without an organisation."""
    sites = [organization.site for organization in view.book.all(Organization)]
    return f"{sites[0].rstrip('/')}/reference/rules/" if sites else ""

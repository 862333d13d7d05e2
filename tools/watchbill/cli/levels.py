"""The levels that a book's own settings give to rules."""

from collections.abc import Iterable, Mapping

from watchbill.errors import CannotRun
from watchbill.load.config import Config
from watchbill.load.laws import LAWS
from watchbill.load.validate import near
from watchbill.rules import Rule


def level_settings(config: Config, rules: Iterable[Rule]) -> dict[str, str]:
    """The settings' own levels by rule. Raises CannotRun for a rule that is none, or that must hold."""
    own = {rule.id for rule in rules}
    for rule, level in config.levels:
        if rule in LAWS and level != "error":
            raise CannotRun(f"[tool.watchbill] levels: `{rule}` is a law of form, always an error")
        if rule not in own and rule not in LAWS:
            hint = near(rule, own) or "`watchbill explain` lists them"
            raise CannotRun(f"[tool.watchbill] levels: there is no rule `{rule}`; {hint}")
    return dict(config.levels)


def notes_of(rules: Iterable[Rule], levels: Mapping[str, str]) -> frozenset[str]:
    """The rules whose findings are notes, where no change is known that could make them more."""
    return frozenset(
        rule.id for rule in rules if rule.clock or levels.get(rule.id, rule.level.value) == "note"
    )

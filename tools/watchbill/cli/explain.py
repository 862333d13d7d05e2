"""`watchbill explain`: the page of a rule, of a law of form or of a kind, and what a proof means."""

import click

from watchbill.diff.kinds import all_kinds
from watchbill.diff.page import parse as parse_change
from watchbill.errors import Exit
from watchbill.load.laws import LAWS
from watchbill.load.validate import near
from watchbill.model import proof
from watchbill.model.describe import describe
from watchbill.model.kinds import KINDS
from watchbill.report.explain import change_page, kind_page, listing, numbered, rule_page
from watchbill.rules import all_rules
from watchbill.rules.page import parse


@click.command(name="explain")
@click.argument("names", nargs=-1, metavar="[RULE|KIND|CHANGE|proof]...")
def command(names: tuple[str, ...]) -> int:
    """Show a rule's page, a kind's fields, a kind of change, a law of form, or what a proof means.

    Without a name it lists all of them.

    \b
    Examples:
      watchbill explain
      watchbill explain references/unknown
      watchbill explain playbook
      watchbill explain service-level/target
      watchbill explain proof
    """
    if not names:
        click.echo(listing(_subjects()), nl=False)
        return Exit.CLEAN
    pages = {name: _page(name) for name in dict.fromkeys(names)}
    click.echo("\n".join(page for page in pages.values() if page), nl=False)
    for name in (name for name, page in pages.items() if not page):
        hint = near(name, _known()) or "`watchbill explain` lists them"
        click.echo(f"watchbill: there is no rule, law or kind `{name}` ({hint})", err=True)
    return Exit.CLEAN if all(pages.values()) else Exit.FAULTS


def _known() -> list[str]:
    changes = (kind.id for kind in all_kinds())
    return [*KINDS, *(rule.id for rule in all_rules()), *LAWS, *changes, "proof"]


def _page(name: str) -> str:
    """The page of that name, or ""."""
    if name in KINDS:
        return kind_page(describe(KINDS[name]), KINDS[name].FOLDER)
    if name in LAWS:
        law, _, why = LAWS[name].text.partition(". ")
        return rule_page(name, "error", _sentence(law), why, LAWS[name].bad, LAWS[name].good)
    if name == "proof":
        return numbered(proof.TITLE, proof.LAWS)
    for rule in all_rules():
        if rule.id == name:
            page = parse(rule.doc)
            return rule_page(name, rule.level.value, *page)
    for kind in all_kinds():
        if kind.id == name:
            return change_page(name, *parse_change(kind.doc)[:5])
    return ""


def _subjects() -> dict[str, dict[str, str]]:
    """Every name with its line: kinds first, then laws of form and rules by subject."""
    subjects = {"kinds": {name: model.WHAT for name, model in KINDS.items()}}
    laws = {name: _sentence(law.text.partition(". ")[0]) for name, law in LAWS.items()}
    rules = {rule.id: parse(rule.doc).law for rule in all_rules()}
    for name, text in sorted({**laws, **rules}.items()):
        subjects.setdefault(name.partition("/")[0], {})[name] = text
    subjects["changes"] = {kind.id: parse_change(kind.doc).law for kind in all_kinds()}
    subjects["proofs"] = {"proof": f"{proof.TITLE}."}
    return subjects


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", ")")) else f"{text}."

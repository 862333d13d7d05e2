"""The reference: each kind with its fields, each rule and each law of form with a Bad and a Good."""

import inspect
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from watchbill.diff.kinds import all_kinds
from watchbill.diff.page import parse as parse_change
from watchbill.load.laws import LAWS, Law
from watchbill.model.base import Inner, Prose, Ref
from watchbill.model.kinds import KINDS
from watchbill.model.shape import Choice, Field, Fields, Leaf, Many, Shape, Table, shape_of
from watchbill.model.types import Duration, FactTest, Hours
from watchbill.model.web import index_path, kind_path, rule_path
from watchbill.pages import prose
from watchbill.pages.examples import code, line, no_link
from watchbill.pages.markup import NOTHING, Html, h, join, sentence, table
from watchbill.pages.page import Page, Section
from watchbill.pages.reference_changes import change_link, change_pages
from watchbill.pages.words import kind_title
from watchbill.rules import Rule, all_rules
from watchbill.rules.page import parse

_HOME = "reference/"
_TYPES = {"str": "text", "bool": "`true` or `false`", "int": "whole number", "date": "date"}
_TYPES |= {"datetime": "instant with offset", "object": "text"}
_OWN = {Duration: "length of time", Hours: "hours of a day", FactTest: "condition"}


def reference_pages(shown: frozenset[str]) -> Iterator[Page]:
    """The reference's pages. `shown` are the kinds of which the edition has documents."""
    rules = all_rules()
    yield _home(rules)
    yield from (_kind_page(kind, kind in shown) for kind in KINDS)
    yield from (_rule_page(rule) for rule in rules)
    yield from (_law_page(name, law) for name, law in sorted(LAWS.items()))
    yield from change_pages(_HOME)


def _home(rules: tuple[Rule, ...]) -> Page:
    kinds = [(_kind_link(kind), model.WHAT) for kind, model in KINDS.items()]
    checks = [(_rule_link(rule.id), rule.level.value, line(_law_of(rule))) for rule in rules]
    forms = [(_rule_link(name), line(law.text)) for name, law in sorted(LAWS.items())]
    changes = [(change_link(kind), line(parse_change(kind.doc).law)) for kind in all_kinds()]
    sections = (
        Section("kinds", "Kinds of documents", table("Kinds", ("Kind", "Says"), kinds)),
        Section("rules", "Rules", table("Rules", ("Rule", "Level", "Law"), checks)),
        Section("form", "Laws of form", table("Laws of form", ("Law", "Says"), forms)),
        Section("changes", "Kinds of change", table("Kinds of change", ("Kind", "Says"), changes)),
    )
    words = "What a document may say, what the linter holds it to, and what a change of it means."
    return Page(_HOME, "Reference", NOTHING, sections, Html(words))


def _kind_link(kind: str) -> Html:
    return h("a", h("code", kind), href=f"~/{kind_path(kind)}")


def _rule_link(name: str) -> Html:
    return h("a", h("code", name), href=f"~/{rule_path(name)}")


def _law_of(rule: Rule) -> str:
    return inspect.cleandoc(rule.doc).partition("\n\n")[0]


def _rule_page(rule: Rule) -> Page:
    page = parse(rule.doc)
    when = " Only the passing of time breaks it." if rule.clock else ""
    lead = join(
        h("p", f"Level: {rule.level.value}.{when}", class_="wb-by"),
        prose.render(page.why, no_link),
    )
    return _examples(rule.id, page.law, lead, page.bad, page.good)


def _law_page(name: str, law: Law) -> Page:
    first, _, rest = law.text.partition(". ")
    words = "Level: error. A law of form, held by the loader."
    lead = join(h("p", words, class_="wb-by"), prose.render(rest, no_link))
    return _examples(name, first.rstrip(".") + ".", lead, law.bad, law.good)


def _examples(name: str, law: str, lead: Html, bad: str, good: str) -> Page:
    sections = (
        Section("bad", "Bad", code(bad, "Bad")),
        Section("good", "Good", code(good, "Good")),
    )
    path = rule_path(name)
    return Page(path, name, lead, sections, line(law), up=("Reference", _HOME))


def _kind_page(kind: str, shown: bool) -> Page:
    model = KINDS[kind]
    parts = list(_parts(model))
    names = {part: _anchor(part) for part in parts}
    sections = tuple(
        Section(_anchor(part), _part_title(part, model), _fields(part, names)) for part in parts
    )
    documents = h("a", f"Documents of this kind: {kind_title(kind)}", href=f"~/{index_path(kind)}")
    lead = join(
        h("p", "Usually in ", h("code", f"{model.FOLDER}/"), "."),
        h("p", documents) if shown else NOTHING,
    )
    return Page(
        kind_path(kind),
        f"Kind {kind}",
        lead,
        sections,
        join(model.WHAT),
        kind,
        up=("Reference", _HOME),
    )


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and every model below it, each once, in reading order."""
    seen: list[type[BaseModel]] = []
    open_ = [model]
    while open_:
        part = open_.pop(0)
        if part not in seen:
            seen.append(part)
            fields = shape_of(part).fields.values()
            open_ += [inner for field in fields for inner in _models(field.shape)]
    return iter(seen)


def _models(shape: Shape) -> Iterator[type[BaseModel]]:
    if isinstance(shape, Fields):
        yield shape.model
    elif isinstance(shape, Many):
        yield from _models(shape.item)
    elif isinstance(shape, Table):
        yield from _models(shape.value)
    elif isinstance(shape, Choice):
        for option in shape.options:
            yield from _models(option)


def _anchor(part: type[BaseModel]) -> str:
    return f"part-{part.__name__.lower()}"


def _part_title(part: type[BaseModel], whole: type[BaseModel]) -> str:
    if part is whole:
        return "Fields"
    words = "".join(
        f" {letter.lower()}" if letter.isupper() else letter for letter in part.__name__
    )
    return words.strip().capitalize()


def _fields(part: type[BaseModel], names: dict[type[BaseModel], str]) -> Html:
    rows = [
        (
            join(
                h("code", field.name), h("small", " required") if field.info.is_required() else ""
            ),
            _type(field.shape, names),
            join(line(field.info.description or ""), _default(field)),
        )
        for field in shape_of(part).fields.values()
        if field.name != "kind" and not field.name.startswith("_")
    ]
    about = h("p", line((part.__doc__ or "").partition("\n")[0]))
    return join(about, table(f"Fields of {part.__name__}", ("Field", "Form", "Says"), rows))


def _default(field: Field) -> Html:
    value = field.info.get_default()
    if field.info.is_required() or value in (None, (), {}) or isinstance(value, BaseModel):
        return NOTHING
    if isinstance(value, bool):
        value = "true" if value else "false"
    words = ", ".join(map(str, value)) if type(value) is tuple else str(value)
    return join(" Left out: ", h("code", words), ".")


def _type(shape: Shape, names: dict[type[BaseModel], str]) -> Html:
    if isinstance(shape, Fields):
        return h("a", _part_title(shape.model, BaseModel).lower(), href=f"#{names[shape.model]}")
    if isinstance(shape, Many):
        return join("list of: ", _type(shape.item, names))
    if isinstance(shape, Table):
        return join("map of ", _leaf(shape.key), " to: ", _type(shape.value, names))
    if isinstance(shape, Choice):
        return sentence(list(dict.fromkeys(_type(one, names) for one in shape.options)), "or")
    return _leaf(shape)


def _leaf(leaf: Leaf) -> Html:
    for mark in leaf.marks:
        if isinstance(mark, Ref):
            kinds = [_kind_link(kind) for kind in mark.kinds if kind != "*"]
            return (
                join("id of a ", sentence(kinds, "or")) if kinds else Html("<code>kind:id</code>")
            )
        if isinstance(mark, Inner):
            return Html(f"{'an' if mark.of[:1] in 'aeiou' else 'a'} {mark.of}")
        if isinstance(mark, Prose):
            return Html("Markdown")
    return _plain(leaf.type)


def _plain(kind: Any) -> Html:
    words = typing.get_args(kind)
    if words:
        return sentence([h("code", word) for word in words], "or")
    return line(_OWN.get(kind) or _TYPES.get(getattr(kind, "__name__", ""), "text"))

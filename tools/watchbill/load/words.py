"""What the model asked for, in words for a lead: never in those of the library that checked it."""

from typing import Any

from watchbill.load.text import shown

_ID = "lower-case words joined by hyphens, such as `legal-duty`"
# The start of a pattern, and what it asks for.
_PATTERNS = (
    (r"^[a-z0-9]+(-[a-z0-9]+)*$", _ID),
    (r"^[a-z]+(-[a-z]+)*:", "`kind:id`, such as `runbook:verify-edr`"),
    (r"^P[0-9]$", "a severity such as `P0`"),
    (r"^https://", "an address that begins with https:// and has no spaces"),
    (r"^[^\n\r]*\S", "one line of text"),
    (r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", 'a wall time such as "08:00"'),
    (r"^[a-z]{2,3}$", "a language code such as `en`"),
    (r"^\+", "a time after the start such as `+10m`"),
    (r"^(?:100|", "a share such as `95%`"),
    (r"^[0-9]{4}-[0-9]{4}$", "two years such as `2026-2027`"),
    (r"^[a-z][a-z0-9_]{0,39}$", "a name of lower-case letters, digits and `_`, such as `case_id`"),
    (r"^[A-Z]{2}(-", "a country or region code such as `DE` or `US-CA`"),
    (r"^[a-z0-9-]+/[a-z0-9-]+$", "a rule's name such as `review/overdue`"),
    (r"^@", "a GitHub team or user such as `@example/desk`"),
    (r"^STATEMENT_CATEGORY_", "a category such as `STATEMENT_CATEGORY_SCAMS_AND_FRAUD`"),
    (r"^KEYWORD_", "a keyword such as `KEYWORD_PHISHING`"),
    (r"^[a-z]{3}(_", "a code of three letters such as `vcr`"),
    (r"^AML", "a technique such as `AML.T0051`"),
    (r"^LLM", "a risk from `LLM01` to `LLM10`"),
    (r"^ASI", "a risk from `ASI01` to `ASI10`"),
    (r"^[A-Za-z]+$", "one word of letters"),
    (r"^[A-Z_]+$", "capital letters and `_`"),
    (r"^[a-z_]+(", "lower-case letters and `_`, such as `fraud.scams`"),
)
_MAPPING = "a mapping (`name: value` lines)"
_PLAIN = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "mapping_type": _MAPPING,
    "tuple_type": "a list (`- item` lines, or `[a, b]`)",
    "list_type": "a list (`- item` lines, or `[a, b]`)",
}
# Of more words than these only so many are named.
_FEW = 15
_OURS = frozenset(("duration", "hours", "date", "instant", "fact", "timezone"))


def fault_of(value: Any, errors: list[Any]) -> str:
    """What is wrong with a value, in one sentence without its end."""
    kind, context = errors[0]["type"], errors[0].get("ctx", {})
    if kind in ("too_short", "string_too_short"):
        least = context["min_length"]
        return "nothing stands in it" if not value else f"fewer than {least} stand in it"
    if kind == "string_too_long":
        return f"a text of {len(value):,} characters; at most {context['max_length']:,} fit here"
    wanted = expected(errors)
    if isinstance(value, dict):
        return f"a mapping stands here; expected is {wanted}"
    if isinstance(value, list | tuple):
        return f"a list stands here; expected is {wanted}"
    return f"`{written(value)}` is not {wanted}"


def written(value: Any) -> str:
    """A scalar as the file has it, cut short."""
    return str(value).lower() if isinstance(value, bool) else shown(value)


def expected(errors: list[Any]) -> str:
    """What was expected; alternatives joined by `or`."""
    return ", or ".join(dict.fromkeys(_words(one) for one in errors))


def choices(errors: list[Any]) -> list[str]:
    """The words that would have been right, where there is a list of them."""
    return [
        part.strip("' ")
        for one in errors
        if one["type"] == "literal_error"
        for part in one["ctx"]["expected"].replace(" or ", ",").split(",")
    ]


def _words(one: Any) -> str:
    kind, context = one["type"], one.get("ctx", {})
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind == "string_pattern_mismatch":
        pattern = context["pattern"]
        return next(
            (words for start, words in _PATTERNS if pattern.startswith(start)),
            "in the form that this field asks for",
        )
    if kind == "literal_error":
        return _one_of(choices([one]), str(context["expected"]).replace("'", "`"))
    if kind == "greater_than_equal":
        return f"{context['ge']} or more"
    if kind == "less_than_equal":
        return f"{context['le']} or less"
    if kind in ("too_long", "string_too_long"):
        return f"at most {context['max_length']} long"
    if kind in ("too_short", "string_too_short"):
        return f"at least {context['min_length']} long"
    return str(one["msg"]) if kind in _OURS else "in the form that this field asks for"


def _one_of(words: list[str], listed: str) -> str:
    if len(words) <= _FEW:
        return listed
    return f"one of {len(words)} words: `{'`, `'.join(words[:_FEW])}` ..."

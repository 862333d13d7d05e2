"""Trees of data, written as YAML in many hands, and models with their parts disturbed."""

import time
from collections import Counter
from copy import deepcopy
from random import Random
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests import smallest
from tests.fuzz.run import SECONDS, SEED, read, rounds
from watchbill.load.compose import compose
from watchbill.load.examine import examine
from watchbill.load.fault import Irregular

WORDS = st.one_of(
    st.sampled_from(
        ["kind", "id", "title", "owner", "steps", "team", "playbook", "runbook", "desk"]
    ),
    st.sampled_from(["15m", "P0", "no", "~", "null", "0755", "12:30", "1e3", "<<", "a: b", "- a"]),
    st.sampled_from(
        [*" =#'\"\\|\u202e\0\t\n\r\x85\ud800\uff41\U0001f600", "", "e\u0301", "a" * 400]
    ),
)
SCALARS = st.one_of(
    WORDS, st.text(), st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.binary(max_size=5)
)  # fmt: skip
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.dictionaries(st.one_of(WORDS, st.text(max_size=5), st.integers()), inner, max_size=5),
        st.sets(st.integers(), max_size=3),
    ),
    max_leaves=30,
)
WAYS = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "", "'", '"', "|", ">"]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "allow_unicode": st.booleans(),
        "indent": st.integers(1, 9),
        "width": st.sampled_from([5, 80, 10_000]),
        "explicit_start": st.booleans(),
        "explicit_end": st.booleans(),
        "canonical": st.sampled_from([False, False, False, True]),
    }
)


def by_hand(data: Any, chance: Random, depth: int = 0) -> str:
    """The data as a person might write it, with what a person forgets."""
    if isinstance(data, dict):
        if chance.random() < 0.3:
            inner = ", ".join(f"{k}: {by_hand(v, chance, 99)}" for k, v in data.items())
            return "{" + inner + "}"
        pad = "\n" + " " * chance.choice([2 * depth, 2 * depth, depth])
        return pad + pad.join(f"{k}: {by_hand(v, chance, depth + 1)}" for k, v in data.items())
    if isinstance(data, list):
        if chance.random() < 0.3 or depth > 50:
            return "[" + ", ".join(by_hand(one, chance, 99) for one in data) + "]"
        pad = "\n" + " " * (2 * depth)
        return pad + pad.join(f"- {by_hand(one, chance, depth + 1)}" for one in data)
    quote = chance.choice(["", "", "'", '"'])
    return f"{quote}{data}{quote}" + chance.choice(["", "", " # why", " "])


def held(text: str, counts: Counter[str]) -> None:
    """Both readers, and the whole way to a document."""
    raw = text.encode("utf-8", "surrogatepass")
    for path in ("desk.yaml", "desk.md"):
        read(raw if path.endswith(".yaml") else b"---\n" + raw + b"\n---\nText\n", path, counts)
    try:
        data = compose(text)
    except (Irregular, UnicodeEncodeError):
        counts["refused"] += 1
        return
    counts["composed"] += 1
    careful = examine(text)
    assert (careful.data, careful.faults) == (data, []), text


def test_trees_are_read_whoever_wrote_them() -> None:
    counts: Counter[str] = Counter()
    end, number = time.monotonic() + SECONDS / 2, SEED
    while time.monotonic() < end:
        number += 1
        batch(number, counts)
    print(f"\nseed {SEED}: {dict(counts.most_common())}")


def batch(number: int, counts: Counter[str]) -> None:
    """Some hundred trees by the number's chance."""

    @seed(number)
    @settings(
        max_examples=300,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(TREES, WAYS, st.randoms(use_true_random=False))
    def tree(data: Any, way: dict[str, Any], chance: Random) -> None:
        counts["trees"] += 1
        held(yaml.dump(data, **way), counts)
        held(by_hand(data, chance), counts)

    tree()


STRANGE = (
    *(None, True, 0, -1, 10**17, 1.5, "", " ", "x", "X y", "a" * 400, "a\nb", "[[x]]", "not x"),
    *("[[team:desk]]", "::: vendor", "15m", "9999d", "P9", "2026-02-30", "24h"),
    *([], {}, [[]], ["x"], {"x": "z"}),
)


def spots(data: Any) -> list[tuple[Any, Any]]:
    pairs = list(data.items() if isinstance(data, dict) else enumerate(data))
    found = [(data, key) for key, _ in pairs]
    for _, value in pairs:
        if isinstance(value, dict | list):
            found += spots(value)
    return found


def disturbed(data: dict[str, Any], chance: Random) -> None:
    holder, key = chance.choice(spots(data))
    way = chance.randrange(6)
    if way == 0:
        del holder[key]
    elif way == 1 and isinstance(holder, dict):
        holder[chance.choice([f"{key}s", "zzz", "kind", 3])] = holder.pop(key)
    elif way == 2 and isinstance(holder, list):
        holder.append(holder[key])
    elif way == 3:
        other, name = chance.choice(spots(data))
        holder[key] = yaml.safe_load(yaml.safe_dump(other[name]))
    else:
        holder[key] = deepcopy(chance.choice(STRANGE))


def test_models_with_their_parts_disturbed_are_complaints_at_most() -> None:
    counts: Counter[str] = Counter()
    keys = sorted(smallest.data())
    end = time.monotonic() + SECONDS / 2
    for chance in rounds(counts):
        if time.monotonic() > end:
            break
        key = chance.choice(keys)
        data = smallest.data()[key]
        for _ in range(chance.choice([1, 1, 2, 4])):
            disturbed(data, chance)
            if not data:
                break
        data.pop("body", None) if key.startswith("runbook:") else None
        text = yaml.safe_dump(
            data, sort_keys=False, allow_unicode=True, width=chance.choice([40, 1000])
        )
        name = str(data.get("id", "x"))
        read(text.encode(), f"{name}.yaml", counts)
    print(f"\n{dict(counts.most_common())}")

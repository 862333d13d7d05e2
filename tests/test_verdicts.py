"""What verdicts rest on, held to a plain table of who read what."""

from hypothesis import given
from hypothesis import strategies as st

from watchbill.verdicts import NO_VERDICTS, Verdicts

KEYS = [f"playbook:p{number}" for number in range(30)]
NAMES = ["harm:fraud", "harm:fraud#card", "harm#ids", "day:2026-11-23", *KEYS[:5]]
READS = st.dictionaries(st.sampled_from(KEYS), st.sets(st.sampled_from(NAMES)))
RUNS = st.lists(st.tuples(st.frozensets(st.sampled_from(KEYS)), READS), max_size=8)


@given(RUNS)
def test_after_any_runs_a_verdict_rests_on_its_document_and_on_what_was_read_for_it(
    runs: list[tuple[frozenset[str], dict[str, set[str]]]],
) -> None:
    table: dict[str, set[str]] = {}
    kept = NO_VERDICTS
    for gone, reads in runs:
        lost = (gone & kept.own.keys()) | (reads.keys() & kept.own.keys())
        numbers, rests = kept.rested_anew(lost, reads)
        kept = Verdicts(dict.fromkeys(numbers, "1"), numbers, {}, rests, {}, [])
        table = {key: names for key, names in table.items() if key not in lost} | reads
        assert numbers.keys() == table.keys()
        assert len({*numbers.values()}) == len(numbers)
        assert all(resting.split() for resting in rests.values())
        for name in [*NAMES, *KEYS]:
            expected = {key for key, names in table.items() if name in {key, *names}}
            assert kept.resting([name]) == expected


def test_a_document_keeps_its_number_and_nobody_takes_it_while_it_is_judged() -> None:
    numbers, rests = NO_VERDICTS.rested_anew(frozenset(), {"a:b": {"h:c"}, "a:a": {"h:c"}})
    assert numbers == {"a:a": "1", "a:b": "2"}
    assert rests == {"h:c": " 1 2 "}
    kept = Verdicts({}, numbers, {}, rests, {}, [])
    assert kept.rested_anew(frozenset({"a:a"}), {"a:a": {"h:d"}, "a:c": set()}) == (
        {"a:a": "1", "a:b": "2", "a:c": "3"},
        {"h:c": " 2 ", "h:d": " 1 "},
    )

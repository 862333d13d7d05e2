"""The statistics of quality against published values, another formula, and what must hold for any figures."""

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.rules.quality._numbers import deviations, least_to_reach, sample_size

QUICK = settings(deadline=None, max_examples=80)
SHARES = st.integers(1, 99).map(lambda one: f"{one}%")
MARGINS = st.integers(1, 200).map(lambda one: f"{one / 10:g}%")
CONFIDENCES = st.sampled_from((90, 95, 99))
POPULATIONS = st.none() | st.integers(1, 1_000_000)


@pytest.mark.parametrize(("confidence", "z"), [(90, 1.6449), (95, 1.9600), (99, 2.5758)])
def test_deviations_are_those_of_the_tables(confidence: int, z: float) -> None:
    assert deviations(confidence) == pytest.approx(z, abs=5e-5)


@pytest.mark.parametrize(
    ("expected", "margin", "confidence", "population", "cases"),
    [
        ("95%", "2%", 95, None, 457),
        ("95%", "2%", 95, 2000, 372),
        # The table that every survey goes by: half of it expected, as nothing is known.
        ("50%", "5%", 95, None, 385),
        ("50%", "3%", 95, None, 1068),
        ("50%", "5%", 99, None, 664),
        ("50%", "5%", 90, None, 271),
        ("50%", "5%", 95, 1000, 278),
        ("50%", "5%", 95, 500, 218),
        ("50%", "5%", 95, 100, 80),
        # What hundred cases tell of 95 per cent: within about 4.3 points, so 4.3 takes 99 and 4 takes 115.
        ("95%", "4.3%", 95, None, 99),
        ("95%", "4%", 95, None, 115),
        ("100%", "2%", 95, None, 0),
        ("95%", "0%", 95, 2000, 2000),
    ],
)
def test_sample_sizes_are_the_published_ones(
    expected: str, margin: str, confidence: int, population: int | None, cases: int
) -> None:
    assert sample_size(expected, margin, confidence, population) == cases


def test_no_sample_tells_a_share_exactly() -> None:
    assert sample_size("95%", "0%", 95, None) >= 10**9


def half_width(share: float, cases: int, z: float, population: int | None) -> float:
    """How far off a share of so many cases may be: the standard error, corrected for a small population."""
    error = z * sqrt(share * (1 - share) / cases)
    if population is None:
        return error
    return error * sqrt(max(population - cases, 0) / max(population - 1, 1))


@QUICK
@given(SHARES, MARGINS, CONFIDENCES, POPULATIONS)
def test_so_many_cases_tell_it_within_the_margin_and_one_fewer_does_not(
    expected: str, margin: str, confidence: int, population: int | None
) -> None:
    cases = sample_size(expected, margin, confidence, population)
    share, off = (float(one.rstrip("%")) / 100 for one in (expected, margin))
    z = deviations(confidence)
    assert half_width(share, cases, z, population) <= off * (1 + 1e-9)
    if cases > 1:
        assert half_width(share, cases - 1, z, population) > off * (1 - 1e-9)


@QUICK
@given(SHARES, MARGINS, MARGINS, CONFIDENCES, POPULATIONS)
def test_a_wider_margin_takes_no_more_cases(
    expected: str, one: str, other: str, confidence: int, population: int | None
) -> None:
    narrow, wide = sorted((one, other), key=lambda text: float(text.rstrip("%")))
    assert sample_size(expected, wide, confidence, population) <= sample_size(
        expected, narrow, confidence, population
    )


@QUICK
@given(SHARES, MARGINS, POPULATIONS)
def test_more_confidence_takes_no_fewer_cases(
    expected: str, margin: str, population: int | None
) -> None:
    sizes = [sample_size(expected, margin, one, population) for one in (90, 95, 99)]
    assert sizes == sorted(sizes)


@QUICK
@given(st.integers(1, 49), MARGINS, CONFIDENCES)
def test_a_share_and_its_opposite_take_the_same_and_nearer_the_middle_more(
    share: int, margin: str, confidence: int
) -> None:
    sizes = [sample_size(f"{one}%", margin, confidence, None) for one in (share, 100 - share)]
    assert sizes[0] == sizes[1]
    assert sample_size(f"{share + 1}%", margin, confidence, None) >= sizes[0]


@QUICK
@given(SHARES, MARGINS, CONFIDENCES, st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_small_population_takes_no_more_than_a_large_one_and_never_more_than_it_has(
    expected: str, margin: str, confidence: int, one: int, other: int
) -> None:
    small, large = sorted((one, other))
    sizes = [
        sample_size(expected, margin, confidence, population) for population in (small, large, None)
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] <= small


def wilson(right: int, cases: int, z: float) -> tuple[float, float]:
    """Wilson's interval as the two roots of (p - right/cases)^2 = z^2 p (1 - p) / cases."""
    a = 1 + z**2 / cases
    b = -(2 * right / cases + z**2 / cases)
    c = (right / cases) ** 2
    root = sqrt(max(b * b - 4 * a * c, 0))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


@pytest.mark.parametrize(
    ("right", "cases", "low", "high"),
    [(95, 100, 0.888, 0.978), (30, 30, 0.886, 1.0), (19, 20, 0.764, 0.991), (0, 10, 0.0, 0.278)],
)
def test_the_interval_that_these_tests_go_by_is_the_published_one(
    right: int, cases: int, low: float, high: float
) -> None:
    assert wilson(right, cases, deviations(95)) == pytest.approx((low, high), abs=6e-4)


@pytest.mark.parametrize(
    ("at_least", "confidence", "cases"),
    [
        (0.95, 95, 73),
        (0.90, 95, 35),
        (0.99, 95, 381),
        (0.95, 99, 127),
        (0.95, 90, 52),
        (0.0, 95, 0),
    ],
)
def test_the_fewest_cases_that_can_pass_a_gate(
    at_least: float, confidence: int, cases: int
) -> None:
    assert least_to_reach(at_least, confidence) == cases


@pytest.mark.parametrize("at_least", [1, 1.0])
def test_no_sample_shows_that_all_are_right(at_least: float) -> None:
    assert least_to_reach(at_least, 95) is None


@QUICK
@given(st.integers(1, 999), CONFIDENCES)
def test_with_so_many_right_the_lower_bound_is_reached_and_with_one_fewer_it_is_not(
    thousandths: int, confidence: int
) -> None:
    at_least, z = thousandths / 1000, deviations(confidence)
    cases = least_to_reach(at_least, confidence)
    assert cases is not None
    assert wilson(cases, cases, z)[0] >= at_least - 1e-9
    if cases > 1:
        assert wilson(cases - 1, cases - 1, z)[0] < at_least + 1e-9

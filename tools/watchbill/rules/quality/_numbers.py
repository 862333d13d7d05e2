"""The statistics of quality: how large a sample must be, and what the best of a sample can show."""

from fractions import Fraction
from math import ceil
from statistics import NormalDist


def deviations(confidence: int) -> float:
    """How many standard deviations either way hold this per cent of a normal distribution: 95 gives 1.96."""
    return NormalDist().inv_cdf((1 + confidence / 100) / 2)


def sample_size(expected: str, margin: str, confidence: int, population: int | None) -> int:
    """Cases needed to tell an expected share within a margin (both as `95%`): n = z^2 p (1 - p) / e^2.

    Of a small population fewer are enough: n / (1 + (n - 1) / N). Cochran, Sampling Techniques, 1977, 4.4.
    """
    share, off = _share(expected), _share(margin)
    if not off:
        return population or 10**9
    many = deviations(confidence) ** 2 * float(share * (1 - share) / off**2)
    return ceil(many / (1 + (many - 1) / population) if population else many)


def least_to_reach(at_least: float, confidence: int) -> int | None:
    """The fewest cases of which, all being right, Wilson's lower bound reaches a share; None where none do.

    With n of n right the bound is n / (n + z^2). Wilson, Journal of the American Statistical Association, 1927.
    """
    if at_least >= 1:
        return None
    return ceil(at_least * deviations(confidence) ** 2 / (1 - at_least))


def _share(text: str) -> Fraction:
    return Fraction(text.rstrip("%")) / 100

"""Parts of the repository that ship with the tools: the look of the site, laws, calendars.

They are kept in one place, the repository. A wheel carries copies beside this module; a checkout has
the repository itself around the package.
"""

from pathlib import Path

from watchbill.errors import CannotRun

_HERE = Path(__file__).parent
_WHEEL = _HERE / "shipped"
_CHECKOUT = _HERE.parents[2]


def shipped(path: str) -> Path:
    """The file or folder that lies at this path of the repository. Raises CannotRun where it was not installed."""
    for root in (_WHEEL, _CHECKOUT):
        if (root / path).exists():
            return root / path
    raise CannotRun(f"{path} did not come with the tools; install them again")

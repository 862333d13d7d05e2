"""What each version of the content language asks of content that was written before it.

An upgrade is a module with three names: `VERSION`, the first version of the tools that asks it, `ASKS`,
one sentence for a lead, and `rewritten(file, text)`, which makes what can be made by edits of stretches,
so that comments and layout stay. What it cannot make, lint names afterwards.
"""

from typing import Protocol

from watchbill.upgrades import content_version


class Upgrade(Protocol):
    """One thing that a version asks. `rewritten` is pure, and leaves alone what is as it should be."""

    VERSION: str
    ASKS: str

    def rewritten(self, file: str, text: str, /) -> str:
        """The text of a content file (its name below the root) as it is to be."""


# In the order of their versions; several of one version are made in this order.
UPGRADES: tuple[Upgrade, ...] = (content_version,)
# The version that content of today is written for.
NEWEST = UPGRADES[-1].VERSION

"""A GitHub of our own, for every test of this folder that asks for it."""

from collections.abc import Iterator

import pytest

from tests.github.fake import Fake, serving


@pytest.fixture
def fake() -> Iterator[Fake]:
    with serving(Fake()) as found:
        yield found

"""Exporters of other packages come by entry point, and none takes the name of ours."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from tests import smallest
from watchbill.errors import CannotRun
from watchbill.exporters import GROUP, IN_TREE, exporters
from watchbill.exporters.protocol import Exporter, File, Settings, Wanted


class Doves:
    """An exporter of another package."""

    NAME = "doves"
    WHAT = "Letters for doves."

    def wanted(self, book: object, settings: Settings) -> Wanted:
        return Wanted((File("letter", "coo\n"),), ("Doves do not answer.",))


DOVES = Doves()


def point(name: str, value: str) -> Iterator[EntryPoint]:
    yield EntryPoint(name, value, GROUP)


def test_ours_are_listed_by_hand_and_fulfil_the_protocol() -> None:
    assert [one.NAME for one in IN_TREE] == ["alertmanager", "codeowners", "icalendar"]
    assert all(isinstance(one, Exporter) for one in IN_TREE)
    assert exporters() == IN_TREE


def test_another_package_brings_an_exporter() -> None:
    found = exporters(("doves",), plugins=point("doves", f"{__name__}:DOVES"))
    assert [one.wanted(smallest.book(), Settings()).files[0].text for one in found] == ["coo\n"]


def test_all_are_run_in_the_order_of_their_names() -> None:
    found = exporters(plugins=point("doves", f"{__name__}:DOVES"))
    assert [one.NAME for one in found] == ["alertmanager", "codeowners", "doves", "icalendar"]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("codeowners", f"{__name__}:DOVES", "brings an exporter `codeowners`, as we do"),
        ("doves", "no.such.module:x", "does not load"),
        ("doves", f"{__name__}:GROUP", "has no NAME, WHAT and wanted"),
    ],
)
def test_one_that_cannot_be_used_is_one_line(name: str, value: str, message: str) -> None:
    with pytest.raises(CannotRun, match=message):
        exporters(plugins=point(name, value))

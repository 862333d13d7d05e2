import re
import xml.etree.ElementTree as ET

from watchbill.model.book import Book
from watchbill.model.response import Playbook
from watchbill.pages.flow import Line, flow
from watchbill.pages.picture import Jump, draw, lanes


def lines(book: Book) -> tuple[Line, ...]:
    playbook = book.get(Playbook, "fraud-ring")
    assert playbook is not None
    return flow(playbook)


def test_the_same_steps_give_the_same_bytes(canaries: Book) -> None:
    assert draw(lines(canaries), "X") == draw(lines(canaries), "X")


def test_it_is_well_formed_named_and_described(canaries: Book) -> None:
    root = ET.fromstring(draw(lines(canaries), 'A "title" & <more>'))
    assert root.get("role") == "group"
    assert root.find("title") is not None
    assert root.findtext("title") == 'The steps of A "title" & <more>'
    assert "5 steps, 2 of them decisions" in (root.findtext("desc") or "")


def test_every_step_is_a_link_to_its_place_in_the_list(canaries: Book) -> None:
    drawn = draw(lines(canaries), "X")
    wanted = [f"#step-{stop.step.id}" for line in lines(canaries) for stop in line.stops]
    assert re.findall(r'href="([^"]*)"', drawn) == wanted


def test_it_names_no_colour_and_no_font(canaries: Book) -> None:
    drawn = draw(lines(canaries), "X")
    assert not re.search(r"fill=|stroke=|font|style=|#[0-9a-f]{3,6}\b", drawn)


def test_lanes_that_overlap_do_not_share_a_number() -> None:
    jumps = [Jump(0, 5, "", False), Jump(1, 3, "", False), Jump(3, 6, "", False)]
    numbers = {lane.jump.start: lane.number for lane in lanes(jumps)}
    assert numbers[1] == numbers[3] == 0  # one ends where the other begins
    assert numbers[0] == 1

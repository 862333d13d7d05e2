"""The built site in a real browser: axe-core, requests, width."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import smallest
from support import node_package, program
from watchbill.pages.desk import Source
from watchbill.pages.make import Order, make

SITE = Path(__file__).parents[2] / "site"
PAGES = {
    "start": "",
    "playbook": "playbooks/fraud-ring/",
    "matrix": "escalation/matrix/",
    "rule": "reference/rules/references/unknown/",
    "runbook": "runbooks/block-account/",
    "clocks": "clocks/",
    "not operated": "not-operated/",
    "schedule": "schedules/watch/",
    "message": "messages/notice/",
    "kind": "reference/kinds/harm/",
    "queue": "queues/reports/",
    "quality": "quality/checks/",
}
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = [(390, 844), (1280, 900)]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = program("chromium", "chromium")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as play:
        launched = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("browser") / "site"
    source = Source("0123456789ab", smallest.NOW)
    kept = smallest.overlaid(
        "kind: organization\nrepository: https://git.example/desk/bill\n---\n"
        "kind: obligation\nid: other-law\nnot_operated: {because: The product does it by itself,"
        " decided_by: legal, decided_on: 2026-11-02}"
    )
    made = make(smallest.book(kept), Order("internal", "", SITE, out), source)
    assert made.faults == ()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def opened(browser: Any, address: str, size: tuple[int, int], scheme: str = "light") -> Any:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    page = context.new_page()
    page.heard = []
    page.on("request", lambda request: page.heard.append(request.url))
    page.on("console", lambda said: page.heard.append(f"{said.type}: {said.text}"))
    page.goto(address)
    page.wait_for_load_state("load")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_has_nothing_to_say(browser: Any, address: str, name: str, scheme: str) -> None:
    axe = Path(node_package("axe-core", "axe.min.js")).read_text("utf-8")
    page = opened(browser, address + PAGES[name], SIZES[0], scheme)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(axe)
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        told = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS)
        found += [(width, one["id"], one["nodes"][0]["target"]) for one in told["violations"]]
    page.context.close()
    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_another_host_for_anything(browser: Any, address: str, name: str) -> None:
    page = opened(browser, address + PAGES[name], SIZES[0])
    page.wait_for_load_state("networkidle")
    strange = [url for url in page.heard if not url.startswith((address, f"blob:{address}"))]
    page.context.close()
    assert strange == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_the_narrowest_phone(
    browser: Any, address: str, name: str
) -> None:
    page = opened(browser, address + PAGES[name], (320, 640))
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    page.context.close()
    assert wide <= 320


def test_the_first_screen_of_a_playbook_says_severity_whom_to_page_and_the_first_step(
    browser: Any, address: str
) -> None:
    page = opened(browser, address + PAGES["playbook"], SIZES[0])
    bottoms = page.evaluate(
        "[...document.querySelectorAll('.wb-now dd')].map(one => one.getBoundingClientRect().bottom)"
    )
    terms = page.evaluate("[...document.querySelectorAll('.wb-now dt')].map(one => one.innerText)")
    page.context.close()
    assert terms[:3] == ["Severity", "Page now", "First"]
    assert bottoms[2] <= 480


def test_a_link_to_a_step_lands_below_the_header(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}{PAGES['playbook']}#step-block", SIZES[0])
    page.wait_for_timeout(300)
    top = page.evaluate("document.getElementById('step-block').getBoundingClientRect().top")
    header = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    page.context.close()
    assert header <= top <= header + 60


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["playbook", "matrix", "runbook", "schedule", "message"])
def test_a_change_can_be_proposed_by_eye_and_by_keyboard_and_not_on_paper(
    browser: Any, address: str, name: str, size: tuple[int, int]
) -> None:
    page = opened(browser, address + PAGES[name], size)
    link = page.locator(".wb-propose a")
    box = link.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    # Everything above it is passed by the tabulator, and so is it.
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.wb-propose a')"):
            break
    else:
        pytest.fail("the tabulator never comes to it")
    assert link.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    page.emulate_media(media="print")
    assert not link.is_visible()
    page.context.close()


def test_search_finds_a_playbook_by_its_title_id_role_and_law(browser: Any, address: str) -> None:
    page = opened(browser, address, SIZES[1])
    found = {}
    for words in ("Fraud ring", "fraud-ring", "answer-law"):
        page.fill("input[name=query]", "")
        page.click("input[name=query]")
        page.type("input[name=query]", words)
        page.wait_for_selector(".md-search-result__item a", timeout=20_000)
        page.wait_for_timeout(600)
        links = page.evaluate(
            "[...document.querySelectorAll('.md-search-result__link')].map(one => one.href)"
        )
        found[words] = [link.removeprefix(address).partition("?")[0] for link in links[:3]]
    page.context.close()
    assert found["Fraud ring"][0] == "playbooks/fraud-ring/"
    assert found["fraud-ring"][0] == "playbooks/fraud-ring/"
    assert {"clocks/answer-law/", "playbooks/fraud-ring/"} & set(found["answer-law"])

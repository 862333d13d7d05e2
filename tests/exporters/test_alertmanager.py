"""The files for Alertmanager and Prometheus, whole, and what they cannot say."""

import re

import pytest
import yaml

from tests import smallest
from tests.exporters.build import golden, odd, shipped
from watchbill.exporters import alertmanager
from watchbill.exporters.losses import losses_file
from watchbill.exporters.protocol import Settings
from watchbill.model.law import Obligation
from watchbill.model.web import page_path

FILES = ["METRICS.md", "alertmanager.yml", "rules.yml", "rules_test.yml"]


def files(book: object, **settings: str) -> dict[str, str]:
    made = alertmanager.wanted(book, Settings(**settings))  # type: ignore[arg-type]
    return {file.name: file.text for file in made.files}


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_as_kept(name: str) -> None:
    golden(f"alertmanager/{name}", files(odd(), tz="test")[name])


def test_the_losses_are_as_kept() -> None:
    losses = alertmanager.wanted(odd(), Settings()).losses
    golden("alertmanager/LOSSES.md", losses_file("alertmanager", losses).text)


def test_the_same_book_gives_the_same_bytes() -> None:
    assert files(odd()) == files(odd())


def test_the_tz_database_stands_at_the_head() -> None:
    for name in FILES[1:]:
        assert files(odd(), tz="2026f")[name].splitlines()[0].endswith("tz database 2026f")


def test_pages_go_to_the_address_that_is_asked_for() -> None:
    made = files(odd(), pager_url="http://pager.example:8080/x/")["alertmanager.yml"]
    urls = set(re.findall(r'url: "([^"]*)"', made))
    assert "http://pager.example:8080/x/page/analyst" in urls
    assert all(url.startswith("http://pager.example:8080/x/") for url in urls)


def test_every_level_behind_the_first_is_a_loss() -> None:
    losses = "\n".join(alertmanager.wanted(odd(), Settings()).losses)
    assert (
        "Path `hours`: only its first level is paged. The pager must page counsel after 30m."
        in losses
    )
    assert "Path `night`" not in losses
    assert "Path `desk-first`" not in losses


def test_every_duty_that_may_be_shown_has_an_alert_or_is_no_period() -> None:
    rules = yaml.safe_load(files(shipped())["rules.yml"])
    named = {
        rule["labels"].get("obligation")
        for group in rules["groups"]
        for rule in group["rules"]
        if rule["alert"] == "WatchbillLawBroken"
    }
    for duty in shipped().all(Obligation):
        if duty.binding == "must" and (duty.due or duty.every):
            assert duty.id in named


def test_alerts_link_to_pages_of_the_site() -> None:
    rules = yaml.safe_load(files(shipped())["rules.yml"])
    pages = {
        f"https://watchbill.larkmoor.example/{page_path(*key.split(':'))}" for key in shipped().keys
    }
    for group in rules["groups"]:
        for rule in group["rules"]:
            texts = rule["annotations"]
            assert texts["clock_url"] in pages
            linked = texts["runbook_url"].replace("{{ $labels.playbook }}", "csae-apparent")
            assert linked in pages


def test_a_clock_for_narrower_readers_raises_no_alert_and_is_counted_as_a_loss() -> None:
    hidden = smallest.overlaid("kind: obligation\naudience: restricted\ntitle: Known to few")
    made = alertmanager.wanted(smallest.book(hidden), Settings())
    assert not [file for file in made.files if "answer-law" in file.text or "Known to" in file.text]
    assert [
        loss
        for loss in made.losses
        if "narrower readers than `internal`" in loss and "1 in number" in loss
    ]


def test_a_warning_is_told_to_who_decides_and_wakes_nobody() -> None:
    made = yaml.safe_load(files(odd())["alertmanager.yml"])
    urls = {
        receiver["name"]: [hook["url"] for hook in receiver["webhook_configs"]]
        for receiver in made["receivers"]
    }
    assert urls["hours"] == [
        "http://127.0.0.1:9099/chat/analyst",
        "http://127.0.0.1:9099/tell/counsel",
    ]
    assert urls["night/warned"] == ["http://127.0.0.1:9099/tell/counsel"]
    assert not [name for name in urls if "warned" in name and "/page/" in str(urls[name])]


def test_several_matrices_keep_their_paths_apart() -> None:
    documents = smallest.overlaid("kind: escalation\nid: second")
    made = yaml.safe_load(files(smallest.book(documents))["alertmanager.yml"])
    ours = ["matrix/desk-first", "matrix/desk-first/warned"]
    names = [receiver["name"] for receiver in made["receivers"]]
    assert names == ["unrouted", *ours, *(name.replace("matrix", "second") for name in ours)]

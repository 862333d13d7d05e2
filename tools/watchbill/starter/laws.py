"""The laws that a new organisation may begin with, each with the fact that decides whether it applies."""

from typing import NamedTuple


class Pack(NamedTuple):
    """Laws that are chosen together. `files` lie under playbooks/commitments/obligations/ of the shipped content."""

    id: str
    title: str
    fact: str
    asks: str
    files: tuple[str, ...]


PACKS = (
    Pack(
        "eu-dsa",
        "EU Digital Services Act: notices, statements of reasons, threats to life",
        "hosting-service",
        "Do we store information at the request of users (EU hosting service)?",
        ("eu/eu-dsa-16-decide.yaml", "eu/eu-dsa-17.yaml", "eu/eu-dsa-18.yaml"),
    ),
    Pack(
        "us-2258a",
        "18 U.S.C. 2258A: CyberTipline reports and their preservation",
        "us-provider",
        "Are we a provider of electronic communication or remote computing services (United States)?",
        ("us/us-2258a-report.yaml", "us/us-2258a-preserve.yaml"),
    ),
    Pack(
        "us-tida",
        "TAKE IT DOWN Act: removal of intimate images",
        "tida-covered-platform",
        "Are we a covered platform under the TAKE IT DOWN Act?",
        ("us/us-tida-removal.yaml",),
    ),
)

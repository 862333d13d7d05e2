"""The organisation: regions, audiences, roles; its facts; teams, vendors and partners."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt

from watchbill.model.base import AudienceId, Document, Markdown, Model, RegionId, StaffId, say, some
from watchbill.model.quality import Scorecard
from watchbill.model.types import Day, Handle, Id, LengthOfTime, Line, Url, WallWindow, Zone

WeekDay = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Days = (
    Literal["every-day", "mon-fri", "mon-sat", "sat-sun", "sun-thu"]
    | Annotated[tuple[WeekDay | Literal["holiday"], ...], Field(min_length=1)]
)


class Product(Model):
    """Something the organisation offers to the public."""

    id: Id = say("Its short name.")
    title: Line = say("What it is called.")
    what: Line | None = say("One line on what users do with it.", None)


class Region(Model):
    """A part of the world that one hub answers for."""

    id: Id = say("Its short name, used in the matrix and by shifts.")
    title: Line = say("What it is called.")
    hub: Line = say("The city of its office.")
    timezone: Zone = say("The hub's time zone.")


class Audience(Model):
    """A tier of readers. The tiers are a partial order: each names those whose pages it may read too."""

    id: Id = say("Its short name.")
    title: Line = say("Who these readers are.")
    reads: tuple[AudienceId, ...] = some(
        "The tiers directly below: what they may read, this tier may read too."
    )


class Role(Model):
    """A station in the watch bill: somebody always answers for it, whoever that is today."""

    id: Id = say("Its short name, used in steps and in the matrix.")
    title: Line = say("What it is called.")
    what: Line = say("What this role does in an incident; one line.")
    staffed_by: StaffId = say("The schedule, team, vendor or partner whose people fill it.")
    page: StrictBool = say("Whether it may be paged out of bed.", False)


class Organization(Document):
    """The organisation whose watch this is."""

    KIND: ClassVar[str] = "organization"
    FOLDER: ClassVar[str] = "playbooks/organization"
    WHAT: ClassVar[str] = (
        "Who we are: products, regions, audiences and the roles that steps and pages name."
    )

    kind: Literal["organization"]
    site: Url = say("Where the built site is published; exports link to it.")
    repository: Url | None = say(
        "Where the book is kept; pages for those who may read the default audience link to its forms.",
        None,
    )
    fictional: StrictBool = say("True for a demonstration: the site says so on every page.", False)
    default_audience: AudienceId = say("The audience of a document that names none.")
    products: tuple[Product, ...] = some("What is offered to the public.")
    regions: tuple[Region, ...] = say("The parts of the world, each with its hub.", min_length=1)
    audiences: tuple[Audience, ...] = say("The tiers of readers.", min_length=1)
    roles: tuple[Role, ...] = say("Every role that a step or a page may name.", min_length=1)
    about: Markdown | None = say("What a newcomer should know about the organisation.", None)


class Switch(Model):
    """A fact about the organisation that counsel sets once, and that decides which laws apply."""

    id: Id = say("Its short name, used in `applies_if`.")
    title: Line = say("The question that counsel answers.")
    value: StrictBool | None = say(
        "Counsel's answer. Left out it is unknown, and counts as true.", None
    )
    why: Line | None = say(
        "Counsel's reason in one line; never privileged advice, only where it is kept.", None
    )
    set_on: Day | None = say("The day on which counsel set it.", None)


class CaseFact(Model):
    """A fact about one incident that the answers of a decision set."""

    id: Id = say("Its short name, used in `means`, `only_if` and `applies_if`.")
    title: Line = say("The question it answers.")
    values: tuple[Id, ...] = some("Its values where it is not a plain yes or no.")


class Event(Model):
    """Something that happens once in an incident and that may start a clock."""

    id: Id = say("Its short name, used in `begins`, `marks` and `starts`.")
    title: Line = say("What happened, so that two people would agree that it did.")


class Facts(Document):
    """The facts and events that laws, decisions and clocks speak of."""

    KIND: ClassVar[str] = "facts"
    FOLDER: ClassVar[str] = "playbooks/commitments"
    WHAT: ClassVar[str] = (
        "Switches that counsel sets, facts that answers set, and the events that start clocks."
    )

    kind: Literal["facts"]
    switches: tuple[Switch, ...] = some("Facts of the organisation.")
    case_facts: tuple[CaseFact, ...] = some("Facts of one incident.")
    events: tuple[Event, ...] = some("The closed list of events.")


class Contact(Model):
    """A way to reach a group; never a person's own address."""

    channel: Literal["pager", "chat", "phone", "mailbox", "portal", "ticket"] = say(
        "The kind of channel."
    )
    address: Line = say(
        "Where: a channel name, a group mailbox, an extension, the name of a portal."
    )
    when: Line | None = say("When to use it.", None)


class Team(Document):
    """A team of our own."""

    KIND: ClassVar[str] = "team"
    FOLDER: ClassVar[str] = "playbooks/organization"
    WHAT: ClassVar[str] = (
        "A team of our own people: what it does, how to reach it, who it is by role handle."
    )

    kind: Literal["team"]
    scope: tuple[Line, ...] = say("What the team does.", min_length=1)
    headcount: dict[RegionId, Annotated[StrictInt, Field(ge=0)]] = say("People by region.", {})
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = some(
        "Languages it works in (ISO 639)."
    )
    contacts: tuple[Contact, ...] = some("How to reach it.")
    handles: tuple[Handle, ...] = some("Role handles of its members (`imoc-emea-03`), never names.")
    github: Annotated[str, Field(pattern=r"^@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?$")] | None = say(
        "Its GitHub team, for review requests.", None
    )


class Partner(Team):
    """A group outside Trust & Safety at the other end of an escalation: Legal, Product, Engineering."""

    KIND: ClassVar[str] = "partner"
    WHAT: ClassVar[str] = "A group outside Trust & Safety at the other end of an escalation."

    kind: Literal["partner"]  # type: ignore[assignment]


class Site(Model):
    """A vendor's building."""

    id: Id = say("Its short name.")
    city: Line = say("Where it is.")
    timezone: Zone = say("Its time zone.")
    hours: WallWindow = say("When it works.")
    days: Days = say("On which days.", "every-day")
    seats: Annotated[StrictInt, Field(ge=1)] = say("How many people can work at once.")
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = say(
        "Languages it covers (ISO 639)."
    )


class LanguageGap(Model):
    """Hours in which a site has nobody for one of its languages."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = say("The language (ISO 639).")
    site: Id = say("The site.")
    hours: WallWindow = say("The hours without cover, in the site's time zone.")


class Vendor(Document):
    """A company whose analysts work for us."""

    KIND: ClassVar[str] = "vendor"
    FOLDER: ClassVar[str] = "playbooks/organization"
    WHAT: ClassVar[str] = (
        "A partner company whose analysts work for us: sites, hours, languages, scope, tier."
    )

    kind: Literal["vendor"]
    scope: tuple[Line, ...] = say("What it works on.", min_length=1)
    never: tuple[Line, ...] = some("What it must never be given.")
    max_audience: AudienceId = say("The highest tier its people may read.")
    sites: tuple[Site, ...] = say("Its buildings.", min_length=1)
    language_gaps: tuple[LanguageGap, ...] = some("Hours in which a language is not covered.")
    incident_notice: LengthOfTime = say(
        "Within what time it must tell us of an incident of its own."
    )
    answers_within: LengthOfTime = say(
        "The longest its shift lead takes to answer a call.", "15m", validate_default=True
    )
    scorecard: Scorecard | None = say("How it is judged, month by month.", None)
    contacts: tuple[Contact, ...] = some("How to reach its shift leads.")
    handles: tuple[Handle, ...] = some("Role handles of its leads, never names.")

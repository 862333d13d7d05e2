"""What the facilitator of a drill looks at, card by card."""

WATCH = {
    "report": (
        "how long it takes until the right playbook is open; whether the time of receipt is written down in UTC; "
        "who says that they have command."
    ),
    "pager": (
        "whether somebody notices without the card that nobody answers; whether they follow the matrix or wait for the "
        "person. If they have paged nobody yet, that is the finding: note it and go on."
    ),
    "call": (
        "whether the work goes on around the missing role; whether anybody knows how long an answer may take."
    ),
    "doubt": (
        "whether they look up what the book says in doubt; whether they decide within the step's time; whether the "
        "reason is written down."
    ),
    "fact": (
        "whether they decided before they knew, by which words of the book; whether what was done is put right."
    ),
    "site": (
        "whether somebody owns it as a second case; whether the first case loses people to it; whether queues go "
        "only to those who may have them."
    ),
    "press": (
        "whether one voice answers; whether anything is said that the case does not carry; whether those who work the "
        "case are left in peace."
    ),
    "executive": (
        "whether the answer fits one screen and names the clocks in UTC; whether those who decide are "
        "kept free of questions."
    ),
    "clocks": (
        "whether a clock is missing or counted from the wrong instant; whether limits of the law and our own are told "
        "apart; whether the order is agreed aloud."
    ),
    "handover": (
        "whether clocks, promises and open steps are read out and read back, and who has the case meanwhile."
    ),
    "event": "whether they notice what it starts anew, and store its time.",
}

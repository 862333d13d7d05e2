"""The command line: one module a command, imported when it is asked for."""

COMMANDS = {
    "lint": "Check the book: findings with file, line and column, and how to mend them.",
    "fmt": "Bring documents into their one canonical form; comments and layout stay.",
    "lsp": "Serve an editor: findings, completion, references, rename while content is written.",
    "test": "Play every scenario, and say what none of them touches.",
    "simulate": "Play one incident: who is paged, what is due, what is late.",
    "drill": "Write a tabletop exercise from a playbook and a seed: facilitator and players.",
    "who": "Say who answers now, level by level.",
    "schema": "Write or check the JSON Schemas of all kinds.",
    "explain": "Show a rule's page, a kind's fields, or a law of form.",
    "show": "Show one document as the tools read it.",
    "refs": "Show what a document names, and what names it.",
    "graph": "Draw a playbook's steps, or the references of a document.",
    "coverage": "Show who is there when and where the holes are, by days and hours.",
    "calendar": "Write dated holidays into a calendar.",
    "new": "Write the skeleton of a new document.",
    "site": "Build or serve the site.",
    "export": "Write files for other systems: CODEOWNERS, Alertmanager, iCalendar.",
    "stats": "Count everything in the book.",
}

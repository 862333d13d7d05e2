"""A tabletop exercise drawn from a playbook and a seed: cards, what the book expects, and who knows what."""

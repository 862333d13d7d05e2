"""The sheets of an exercise: one for the facilitator, one for the players."""

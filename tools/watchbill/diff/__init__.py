"""What a change means: two books compared, not two texts.

`edits` finds where two documents say something different, `kinds/` says what each such edit is and whether
it makes a commitment weaker, `effects` proves what it does to the clocks, and `compare` joins them.
"""

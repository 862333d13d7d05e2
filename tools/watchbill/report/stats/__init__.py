"""What there is in a book, in figures: counts, reviews, cover, proofs, scenarios and how plain its words are."""

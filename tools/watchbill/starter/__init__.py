"""A fresh book of a new organisation: templates under `files/`, and what of the shipped content goes with them."""

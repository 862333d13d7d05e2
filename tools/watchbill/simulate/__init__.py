"""An incident played through book and timeline: who is paged, what is done when, what is due and late."""

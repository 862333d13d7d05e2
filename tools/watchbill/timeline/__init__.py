"""Time as pure interval arithmetic: an instant is whole seconds since 1970 UTC, an interval is half-open."""

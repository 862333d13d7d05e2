"""A calendar feed of who is on call, as a schedule whose turns say the same."""

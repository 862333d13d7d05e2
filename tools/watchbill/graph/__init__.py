"""A playbook as a graph: its steps and exits (`flow`), and what can happen on its way (`walk`)."""

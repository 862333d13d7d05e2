"""Every minute at once: for each clock of a playbook the least slack over all starts, paths and answers."""

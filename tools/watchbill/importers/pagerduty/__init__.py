"""What the REST API of PagerDuty returns (version 2 of schedules), as schedules and paths of ours."""

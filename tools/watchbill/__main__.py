"""The command `watchbill`."""

import importlib
import sys


def main() -> None:
    """Runs the command line. The heavy part is imported only when it is needed."""
    sys.exit(importlib.import_module("watchbill.cli.main").run(sys.argv[1:]))


if __name__ == "__main__":
    main()

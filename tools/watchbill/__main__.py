"""The command `watchbill`."""

import sys


def main() -> None:
    """Runs the command line."""
    from watchbill.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

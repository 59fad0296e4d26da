"""The command line. Each verb's module is imported only when that verb is used."""

import sys


def main() -> None:
    """What the `integrate` script runs."""
    from integrate.hardening import harden, leave

    harden()
    from integrate.cli.run import run
    from integrate.clock import system

    leave(run(sys.argv[1:], clock=system))

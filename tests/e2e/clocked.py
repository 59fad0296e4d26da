"""The program as it is installed, on a day that a test chooses: what time it is stands in a file.

python clocked.py CLOCK [ARGUMENTS]
"""

import sys
from datetime import datetime
from pathlib import Path

from integrate.cli.run import run
from integrate.hardening import harden, leave
from integrate.vault import Kdf

KDF = Kdf(m_kib=8192, t=1, p=1)
"""Cheap to try: these tests are about what is said, not about who could guess."""


def main() -> None:
    harden()
    clock = Path(sys.argv[1])
    leave(run(sys.argv[2:], clock=lambda: datetime.fromisoformat(clock.read_text()), kdf=KDF))


if __name__ == "__main__":
    main()

"""Run the check: python tools/exports."""
from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])    # of a folder that is run Python puts the inside there: no package
    from exports.run import main

    sys.exit(main())

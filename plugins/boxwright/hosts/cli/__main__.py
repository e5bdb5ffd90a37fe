"""`python -m boxwright.hosts.cli` is the command."""
from __future__ import annotations

import sys

from . import command

sys.exit(command())

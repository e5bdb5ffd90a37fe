"""`python -m boxwright.hosts.cli` is the command."""
from __future__ import annotations

from . import command

command()

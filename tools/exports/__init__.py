"""Readers of what the outputs for other tools write, and a check by those tools themselves: `make exports-check`."""

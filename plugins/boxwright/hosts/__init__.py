"""Hosts: each brings figures into one world (Markdown, MkDocs, the command line) through the public API."""

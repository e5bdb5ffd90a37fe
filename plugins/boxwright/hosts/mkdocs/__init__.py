"""The MkDocs host: `plugin` is thin; `languages` makes one site of several languages."""

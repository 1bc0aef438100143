"""Every provider over its fake, through the whole service: HTTP, routing, SQLite, files.

The providers are those of `tests/providers/cases`; a new one needs no change here.
"""

"""The use cases: what a person can do with an open journal, one verb a module."""

"""Integrate: an encrypted, offline terminal journal for the days around a deep therapy session."""

__version__ = "0.1.0"

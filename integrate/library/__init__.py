"""The shipped content: found, read strictly, and checked, with the place of every finding."""

from integrate.library.errors import BadFile, NoSuchSet
from integrate.library.library import Library
from integrate.library.read import read_set

__all__ = ["BadFile", "Library", "NoSuchSet", "read_set"]

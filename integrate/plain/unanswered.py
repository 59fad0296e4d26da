"""Lines from a pipe that a set cannot take: nobody is there to be asked again."""


class Unanswered(Exception):
    """The lines ended a walk before anything of it could be kept; the text says which and why."""

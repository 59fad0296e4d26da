"""Days that somebody looks back to, in words."""

from integrate.journal.saying import say_day
from integrate.journal.span import Span
from integrate.words import say


def say_span(span: Span) -> str:
    """Such as "Tue 3 March 2026 to Tue 10 March 2026", "since Tue 3 March 2026"."""
    first = say_day(span.first) if span.first else ""
    last = say_day(span.last) if span.last else ""
    if first and last:
        return first if first == last else say("span.between", first=first, last=last)
    if first:
        return say("span.since", first=first)
    return say("span.until", last=last) if last else say("span.all")

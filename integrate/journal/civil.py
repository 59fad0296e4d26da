"""From the calendar on the wall to instants, in the person's own zone."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def at(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """The instant of a local time, with the offset that holds then.

    A time that the clock jumps over in spring is read as the time just after the jump's length,
    as phones do; one that comes twice in autumn as the first of the two.
    """
    there = datetime.combine(day, clock, zone).astimezone(UTC).astimezone(zone)
    return fixed(there)


def begins(day: date, zone: tzinfo | None) -> datetime:
    """The first instant of a civil day, where the one before ends, however long it was."""
    return at(day, time(0), zone)


def fixed(moment: datetime) -> datetime:
    """The same instant with a fixed offset: what is reckoned from it later stays right."""
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta(0)), fold=0)

"""An earlier answer that comes back says the day that it was written on, as the lists do."""

from datetime import datetime

from integrate.domain.entry import Kept
from integrate.plain.aloud import recalled


def test_what_was_written_late_before_summer_time_keeps_its_day():
    written = datetime.fromisoformat("2026-03-28T23:30+01:00")
    kept = Kept(name="note", said="Rest.", when=written, phase="Getting ready")
    (told, said) = recalled(kept, datetime.fromisoformat("2026-03-29T20:00+02:00"))
    assert "yesterday" in told
    assert "Sat 28 March" in told
    assert said == "Rest."

from datetime import UTC, datetime

import pytest

from integrate.domain.own_set import DRAFT, READY, OwnSet


@pytest.mark.parametrize(("state", "ready"), [(READY, True), (DRAFT, False), ("lent", False)])
def test_a_set_is_ready_only_where_that_is_what_it_says(state, ready):
    own = OwnSet(
        id="lake",
        title="By the lake",
        source="own",
        state=state,
        added=datetime(2026, 3, 10, tzinfo=UTC),
        entity="00" * 8,
        rid=b"r" * 16,
        clock=1,
    )
    assert own.ready is ready

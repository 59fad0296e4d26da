"""Keys at random through the whole app lose no word, show none while it is locked, end nothing.

Short as part of the suite; `make storm` plays 20,000 keys. `INTEGRATE_MONKEY_SEED=NUMBER` plays the
same keys again (what a thread does meanwhile is not in the seed: some finds take a few tries), and
`INTEGRATE_MONKEY_KEYS=NUMBER` says how many.
"""

import os

from .monkey import Monkey


async def test_any_keys_at_all_lose_no_word_and_end_nothing(house, seed, much, tell):
    keys = int(os.environ.get("INTEGRATE_MONKEY_KEYS") or much(1_500, 20_000))
    monkey = Monkey(house, seed)
    await monkey.play(keys)
    assert monkey.keys >= keys
    tell(
        f"{monkey.keys:,} keys, seed {seed}: {monkey.tokens} words remembered, "
        f"{monkey.starts} starts, {len(monkey.seen)} screens\n  {dict(monkey.seen.most_common())}"
    )

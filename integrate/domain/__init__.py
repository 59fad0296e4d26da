"""Values and rules: pure, with no clock, no file and no screen. `now` is always an argument."""

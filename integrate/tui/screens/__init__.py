"""One screen a module, each with its look beside it."""

"""The demo: an invented journal that opens without a passphrase and is gone at exit."""

from integrate.journal.demo.clock import DemoClock, DemoMoment
from integrate.journal.demo.demo import Demo, open_demo

__all__ = ["Demo", "DemoClock", "DemoMoment", "open_demo"]

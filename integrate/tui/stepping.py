"""Stepping out to the shell and coming back, as a driver has to do it."""

from typing import Any

Base: Any = object


class Stepping(Base):  # type: ignore[misc]
    """Lets the app seal and cover what it shows before the process is stopped.

    Mixed in before the platform's own driver. Its methods override Textual's private handlers of
    SIGTSTP and SIGCONT; where a platform has none, nothing calls them.
    """

    def _sigtstp_application(self, *_: object) -> None:
        if self._auto_restart:
            # Not in the midst of whatever the signal came into: a lock may be held there.
            self._loop.call_soon_threadsafe(self._step_out)
        else:  # an editor has the terminal, and is stopped too
            super()._sigtstp_application()

    def _step_out(self) -> None:
        self._app.about_to_step_out()
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        if self._must_signal_resume or not self._auto_restart:
            super()._sigcont_application()
        else:  # it was stopped in a way that tells nobody
            self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self) -> None:
        """Takes the terminal anew: somebody else may have used it meanwhile."""
        self._app.has_come_back()
        self.suspend_application_mode()
        self.resume_application_mode()

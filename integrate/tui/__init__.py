"""The full screen. Only this package speaks to Textual."""

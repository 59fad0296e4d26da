"""Settings that verbs need."""

from integrate import config, places


def country() -> str:
    """The country for help lines, where one was chosen; settings that cannot be read count as none.

    Help must never wait for a settings file.
    """
    try:
        return config.read(places.config_file()).country
    except config.BadConfig:
        return ""

"""Settings that verbs need."""

from integrate import config, places
from integrate.cli.telling import tell


def country() -> str:
    """The country for help lines, where one was chosen; settings that cannot be read count as none.

    Help must never wait for a settings file.
    """
    try:
        return config.read(places.config_file()).country
    except config.BadConfig:
        return ""


def wants_plain() -> bool:
    """Whether plain lines were chosen; settings that cannot be read are told, and stop nobody."""
    try:
        return config.read(places.config_file()).face == "plain"
    except config.BadConfig as bad:
        tell(str(bad))
        return False

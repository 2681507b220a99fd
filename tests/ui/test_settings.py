"""The settings file: every option is known to the installed Streamlit, and has its reason beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from streamlit import config

SETTINGS = Path(__file__).parent.parent.parent / ".streamlit" / "config.toml"


def test_each_setting_is_one_that_streamlit_knows() -> None:
    known = set(config.get_config_options())
    given = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    for section, options in given.items():
        for name, value in options.items():
            nested = isinstance(value, dict)
            keys = [f"{section}.{name}.{inner}" for inner in value] if nested else [f"{section}.{name}"]
            assert known.issuperset(keys), keys


def test_nothing_is_sent_home_and_errors_show_no_details() -> None:
    given = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    assert given["browser"]["gatherUsageStats"] is False
    assert given["client"]["showErrorDetails"] == "none"
    assert given["client"]["showErrorLinks"] is False

"""The settings file: every option is known to the installed Streamlit, and has its reason beside it."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from streamlit import config

ROOT = Path(__file__).parent.parent.parent
SETTINGS = ROOT / ".streamlit" / "config.toml"
SHELLS_FOLDER = ROOT / "shell"


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


def test_no_module_beside_the_shell_hides_one_of_pythons() -> None:
    # Streamlit puts the folder of its script first on the path, so a module there would be found in place of Python's.
    names = {path.stem for path in SHELLS_FOLDER.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    top_level = {path.stem for path in ROOT.iterdir() if (path / "__init__.py").exists()}
    assert not names & (sys.stdlib_module_names | top_level)

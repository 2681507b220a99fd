"""Streamlit components whose logic is a script of this folder."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

# Inline code is sent with every run, so it only loads the module with the logic.
_LOADER = """
const modules = {};
export default function (component) {
  const { data, parentElement } = component;
  modules[data.base] ??= import(`${location.origin}${data.base}/MODULE.js`);
  modules[data.base].then((module) => module.draw(component));
  return () => modules[data.base].then((module) => module.leave?.(parentElement));
}
"""


def mounted(name: str, module: str) -> ComponentRenderer:
    """Return the component called `name`, which runs the script `module` in an element with ``data-NAME``.

    The data of each mount must contain ``base``, the address under which the module is served.
    """
    loader = _LOADER.replace("MODULE", module)
    return st.components.v2.component(name, html=f"<div data-{name}></div>\n", js=loader, isolate_styles=False)


def sent(key: str, event: str) -> Any:
    """What the component mounted under `key` has sent with `event`, for that event's callback; None if nothing.

    Reads the component's own events. Its value, ``st.session_state[key]``, would do for most events, but Streamlit
    forgets it on a page switch, and an event sent before the browser knew of the switch arrives afterwards: reading the
    value would then end the run, and with it the page, in an error.
    """
    events: list[dict[str, Any]] = st.session_state[f"{key}__events"]
    return next((one["value"] for one in reversed(events) if one["event"] == event), None)

"""Components whose work is done by a module of `map/browser/`."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

# Inline code travels with every run, so it only loads the module that does the work.
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
    """The component called `name`: the script `module` of this folder, in an element that carries ``data-NAME``.

    The data of each of its runs must hold ``base``, the address that the module lies under.
    """
    loader = _LOADER.replace("MODULE", module)
    return st.components.v2.component(name, html=f"<div data-{name}></div>\n", js=loader, isolate_styles=False)


def sent(key: str, event: str) -> Any:
    """What the component mounted under `key` has sent with `event`, for the callback of that event; None for nothing.

    It is read from the component's own events. The component's value, ``st.session_state[key]``, would do for most
    presses, but Streamlit forgets it at a page switch, and a press that left the browser before the browser knew of
    the switch comes after it: reading the value would end such a run, and the page with it, in an error.
    """
    events: list[dict[str, Any]] = st.session_state[f"{key}__events"]
    return next((one["value"] for one in reversed(events) if one["event"] == event), None)

"""Components whose work is done by a module of `map/browser/`."""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

# Inline code travels with every run, so it only loads the module that does the work.
_LOADER = """
const modules = {};
export default function (component) {
  const { data, parentElement } = component;
  modules[data.base] ??= import(`${location.origin}${data.base}/NAME.js`);
  modules[data.base].then((module) => module.draw(component));
  return () => modules[data.base].then((module) => module.leave?.(parentElement));
}
"""


def mounted(name: str) -> ComponentRenderer:
    """The component of `map/browser/NAME.js`, in an element that carries ``data-NAME``.

    The data of each of its runs must hold ``base``, the address that the module lies under.
    """
    loader = _LOADER.replace("NAME", name)
    return st.components.v2.component(name, html=f"<div data-{name}></div>\n", js=loader, isolate_styles=False)

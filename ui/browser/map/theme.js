// The theme of the map: the colours of the page, and how strongly what is lit stands out.

import { applyPalette, themeOf } from "../page/dom.js";

/**
 * Give page and map the colours of the theme that the page has, and return the theme.
 * @param {HTMLElement} root
 * @param {Bundle["tokens"]} tokens
 */
export function applyTheme(root, { themes, dim, line, frame }) {
  const theme = themeOf(root);
  if (root.dataset.theme === theme) return theme;
  root.dataset.theme = theme;
  applyPalette(themes[theme]);
  const lit = { dim, line: line.active, frame: frame.active, halo: frame.halo };
  for (const [name, value] of Object.entries(lit)) root.style.setProperty(`--lit-${name}`, String(value));
  return theme;
}

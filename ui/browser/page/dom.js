// Small helpers around the page itself: elements, the width of a text, and the theme.

/** Make an element with a class and attributes. */
export function element(tag, className, attributes = {}) {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

const measure = document.createElement("canvas").getContext("2d");

/** Width in px of `text` as the map draws a label of this size and role. */
export function textWidth(text, { size, role }) {
  measure.font = `${role === "name" ? 700 : 400} ${size}px Inter, sans-serif`;
  return measure.measureText(text).width;
}

/** Whether the page around `root` is dark, by the ground that Streamlit gave it. */
export function themeOf(root) {
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim() || "#ffffff";
  const [r, g, b] = (ground.replace("#", "").match(/../g) ?? ["ff", "ff", "ff"]).map((part) => parseInt(part, 16));
  return r * 0.3 + g * 0.59 + b * 0.11 < 128 ? "dark" : "light";
}

/** Give the page the colours of a theme, as variables named after the tokens. */
export function wear(palette) {
  for (const [name, value] of Object.entries(palette)) {
    document.documentElement.style.setProperty(`--map-${name.replaceAll("_", "-")}`, value);
  }
}

const CALM = 300; // ms
const LONGEST = 1500; // ms: a tab in the background paints nothing, and yet must go on

/**
 * Kept once `promise` is settled, what it did has been painted, and a moment of calm has passed, in which a first press
 * is answered undisturbed; kept before long in any case.
 */
export function calm(promise) {
  return new Promise((done) => {
    Promise.resolve(promise).finally(() => requestAnimationFrame(() => setTimeout(done, CALM)));
    setTimeout(done, LONGEST);
  });
}

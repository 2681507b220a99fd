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

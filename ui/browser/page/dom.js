// Small helpers around the page itself: elements, the width of a text, the theme, motion.

/**
 * Make an element with a class and attributes.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {Record<string, string>} attributes
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, attributes = {}) {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/**
 * Make an element that says `words`.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} words
 * @param {string} className
 */
export function textElement(tag, words, className = "") {
  const made = element(tag, className);
  made.textContent = words;
  return made;
}

/**
 * The element at or around the target of an event that matches `selector`.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function closest({ target }, selector) {
  return /** @type {HTMLElement | null} */ (target)?.closest?.(selector) ?? null;
}

/**
 * Open every folded block around an element.
 * @param {Element} inside
 */
export function unfold(inside) {
  for (let fold = inside.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
    fold.open = true;
  }
}

/**
 * Whether a key or a click comes with a modifier other than Shift, and so belongs to the browser.
 * @param {KeyboardEvent | MouseEvent} event
 */
export const modified = ({ ctrlKey, metaKey, altKey }) => ctrlKey || metaKey || altKey;

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/**
 * Width in px of `text` as the map draws a label of this size and role.
 * @type {WidthOf}
 */
export function textWidth(text, { size, role }) {
  ruler ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  ruler.font = `${role === "name" ? 700 : 400} ${size}px Inter, sans-serif`;
  return ruler.measureText(text).width;
}

/**
 * The theme of the page around `root`, by the background colour that Streamlit gave it.
 * @param {Element} root
 * @returns {Theme}
 */
export function themeOf(root) {
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim() || "#ffffff";
  const [r, g, b] = (ground.replace("#", "").match(/../g) ?? ["ff", "ff", "ff"]).map((part) => parseInt(part, 16));
  return r * 0.3 + g * 0.59 + b * 0.11 < 128 ? "dark" : "light";
}

/**
 * Give the page the colours of a theme, as variables named after the tokens.
 * @param {Palette} palette
 */
export function applyPalette(palette) {
  for (const [name, value] of Object.entries(palette)) {
    document.documentElement.style.setProperty(`--map-${name.replaceAll("_", "-")}`, value);
  }
}

/** Whether the reader has asked for little motion. */
export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Scroll the upper edge of an element into view, smoothly unless the reader prefers little motion.
 * @param {Element} shown
 */
export function scrollToTop(shown) {
  shown.scrollIntoView({ block: "start", behavior: reducedMotion() ? "auto" : "smooth" });
}

const CALM = 300; // ms
const LONGEST = 1500; // ms: a tab in the background paints nothing, and must go on nevertheless

/**
 * Resolves once `promise` is settled, its effect has been painted, and a moment has passed in which a first click is
 * answered undisturbed; and before long in any case.
 * @param {Promise<unknown> | undefined} promise
 * @returns {Promise<void>}
 */
export function afterPaint(promise) {
  return new Promise((done) => {
    Promise.resolve(promise).finally(() => requestAnimationFrame(() => setTimeout(done, CALM)));
    setTimeout(done, LONGEST);
  });
}

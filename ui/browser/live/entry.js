// Entry of the live link: nothing is loaded for a tab that is in no room and asks for none.

/** @type {Promise<typeof import("./link.js")> | null} */
let link = null;

/**
 * Draw, or bring up to date, the live link in the component's element, where there is something to draw.
 * @param {Component<LiveData>} component
 */
export function draw(component) {
  if (!link && !sessionStorage.getItem("live") && !component.data.lobby) return;
  link ??= import("./link.js");
  link.then((module) => module.draw(component));
}

/**
 * Let go of the room where the element has gone.
 * @param {Element} parentElement
 */
export function leave(parentElement) {
  link?.then((module) => module.leave(parentElement));
}

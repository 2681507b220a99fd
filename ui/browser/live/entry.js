// Entry point of the live link: loads nothing for a tab that is in no room, unless the page is the live link's own.

let link = null;

/** Draw or update the live link in the component's element, if there is anything to draw. */
export function draw(component) {
  if (!link && !sessionStorage.getItem("live") && !component.data.lobby) return;
  link ??= import("./link.js");
  link.then((module) => module.draw(component));
}

/** Disconnect from the room when the element is removed. */
export function leave(parentElement) {
  link?.then((module) => module.leave(parentElement));
}

// Entry of the live link: nothing is loaded for a tab that is in no room and asks for none.

let link = null;

/** Draw, or bring up to date, the live link in the component's element, where there is something to draw. */
export function draw(component) {
  if (!link && !sessionStorage.getItem("live") && !component.data.lobby) return;
  link ??= import("./link.js");
  link.then((module) => module.draw(component));
}

/** Let go of the room where the element has gone. */
export function leave(parentElement) {
  link?.then((module) => module.leave(parentElement));
}

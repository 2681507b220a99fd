// Which part of the picture is in the frame, and what the illustration shows.

import { textWidth } from "../page/dom.js";
import { boxAround, closeUp } from "./closeup.js";
import { glide } from "./glide.js";

/**
 * Show the picture of a `view` as the moment of the story has it, or else whole, drawn at `scale`; whole also while the
 * reader looks around, magnified or by keyboard.
 * @param {import("./view.js").MapView} view
 * @param {number} scale
 */
export function moveCamera(view, scale) {
  const { scene, width, zoom, root, canvas, frame } = view;
  const { moment } = view.story;
  const lookingAround = zoom.scale > 1 || view.hits.querySelector(":focus-visible");
  const around = moment && !lookingAround ? boxAround(scene, moment.things, moment.arrows, textWidth) : null;
  root.toggleAttribute("data-close", Boolean(around && moment?.close));
  const near = closeUp(scene, around, scale, window.innerHeight, Boolean(moment?.close));
  const sharp = near.scale * zoom.scale;
  if (around) frame.scrollTo(0, 0); // a browser scrolls to what takes the focus
  canvas.style.width = `${width}px`;
  canvas.style.height = `${scene.height}px`;
  canvas.style.transform = `translate(${-near.left * sharp}px, ${-near.top * sharp}px) scale(${sharp})`;
  frame.style.width = `${width * scale}px`;
  frame.style.height = `${near.height}px`;
  const picture = scene.pictures[moment?.state ?? "all"]?.[view.theme === "dark" ? 1 : 0];
  if (picture) view.illustration = view.picture.show(`${view.data.base}/${picture}`, scene, sharp);
  if (view.before) glide(canvas, view.before, scene, sharp);
  view.before = null;
}

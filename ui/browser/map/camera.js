// What of the picture is in its frame, and what the illustration shows.

import { textWidth } from "../page/dom.js";
import { boxAround, closeUp } from "./closeup.js";
import { glide } from "./glide.js";

/**
 * Show the picture of a `view` as the moment of the story has it, or else whole, drawn at `scale`; whole also where the
 * reader looks around, magnified or by keyboard.
 */
export function aim(view, scale) {
  const {
    scene,
    width,
    theme,
    zoom,
    root,
    hits,
    frame,
    canvas,
    story: { moment },
  } = view;
  const { height, crop, floor } = scene;
  const alone = zoom.scale > 1 || hits.querySelector(":focus-visible");
  const around = moment && !alone && boxAround(scene, moment.things, moment.arrows, textWidth);
  root.toggleAttribute("data-close", Boolean(around && moment.close));
  const near = closeUp(scene, around, scale, window.innerHeight, Boolean(moment?.close));
  const sharp = near.scale * zoom.scale;
  if (around) frame.scrollTo(0, 0); // a browser scrolls to what takes the focus
  const transform = `translate(${-near.left * sharp}px, ${-near.top * sharp}px) scale(${sharp})`;
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px`, transform });
  Object.assign(frame.style, { width: `${width * scale}px`, height: `${near.height}px` });
  const picture = scene.pictures[moment?.state ?? "all"]?.[theme === "dark" ? 1 : 0];
  if (picture) view.shown = view.picture.show(`${view.data.base}/${picture}`, width, height, sharp, crop, floor);
  if (view.before) glide(canvas, view.before, scene, sharp);
  view.before = null;
}

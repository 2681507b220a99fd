// A short glide from one camera to the next where both look at the same illustration; none with reduced motion.

import { reducedMotion } from "../page/dom.js";

const LASTS = 380; // ms

/** @typedef {Pick<Scene, "width" | "crop" | "pictures">} Shot */

/**
 * The part of the illustration that a scene shows: its left and top, and how many px of the scene one of its px takes.
 * @param {Shot} scene
 */
const part = ({ width, crop }) => ({ left: crop?.[0] ?? 0, top: crop?.[1] ?? 0, zoom: width / (crop?.[2] ?? width) });

/**
 * The illustration of a scene, in any of its states and themes.
 * @param {Shot} scene
 */
const illustration = ({ pictures }) => Object.values(pictures)[0]?.[0];

/**
 * How the new scene has to be moved and scaled, as x, y and factor, to lie where its part of the illustration lay in
 * the old one; null if there is no way from one to the other. Pure.
 * @param {Shot | null} before
 * @param {Shot} after
 */
export function way(before, after) {
  if (!before || before.width !== after.width) return null;
  if (!illustration(before) || illustration(before) !== illustration(after)) return null;
  const from = part(before);
  const to = part(after);
  return { x: (to.left - from.left) * from.zoom, y: (to.top - from.top) * from.zoom, factor: from.zoom / to.zoom };
}

/**
 * Let `layer`, drawn at `scale`, glide from where the scene `before` showed it to where `after` does.
 * @param {HTMLElement} layer
 * @param {Shot} before
 * @param {Shot} after
 */
export function glide(layer, before, after, scale = 1) {
  const from = reducedMotion() ? null : way(before, after);
  if (!from) return;
  const transform = `translate(${from.x * scale}px, ${from.y * scale}px) scale(${from.factor * scale})`;
  const frames = [
    { transform, opacity: 0.4 },
    { transform: `scale(${scale})`, opacity: 1 },
  ];
  layer.animate(frames, { duration: LASTS, easing: "cubic-bezier(.2, .7, .2, 1)" });
}

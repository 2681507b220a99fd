// A short glide from one camera to the next, where both look at the same illustration. None with reduced motion.

const LASTS = 380; // ms
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The part of the illustration that a scene shows: left, top, and px of the scene for one of it. */
const part = ({ width, crop }) => ({ left: crop?.[0] ?? 0, top: crop?.[1] ?? 0, zoom: width / (crop?.[2] ?? width) });

/** The illustration of a scene, whatever its moment and ground. */
const drawing = ({ pictures }) => Object.values(pictures)[0]?.[0];

/**
 * How the new scene has to be moved and scaled, as x, y and factor, to lie where its part of the illustration lay in the
 * old one; null where there is no way from one to the other. Pure.
 */
export function way(before, after) {
  if (!before || before.width !== after.width || !drawing(before) || drawing(before) !== drawing(after)) return null;
  const [old, now] = [part(before), part(after)];
  return { x: (now.left - old.left) * old.zoom, y: (now.top - old.top) * old.zoom, factor: old.zoom / now.zoom };
}

/** Let `layer`, drawn at `scale`, glide from where the scene `before` showed it to where `after` does. */
export function glide(layer, before, after, scale = 1) {
  const from = still() ? null : way(before, after);
  if (!from) return;
  const transform = `translate(${from.x * scale}px, ${from.y * scale}px) scale(${from.factor * scale})`;
  const frames = [
    { transform, opacity: 0.4 },
    { transform: `scale(${scale})`, opacity: 1 },
  ];
  layer.animate(frames, { duration: LASTS, easing: "cubic-bezier(.2, .7, .2, 1)" });
}

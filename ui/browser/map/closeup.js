// Which part of the picture a moment of the story shows, and how near. Pure.

import { lineBoxes } from "./keyboard.js";

const NEAREST = 1.75; // times the scale of the whole picture
const MARGIN = 18; // px of the scene around what is shown
const PART = 0.6; // of the height of the browser's window, which leaves room for the words below
const WHOLE = 0.75; // of it, for a picture that is shown whole
const SHORTEST = 340; // px
const BAR = 16; // px of the scene from the words on a bar of the time ruler to what lies above it

/** The smallest box, as [left, top, right, bottom], around these things and arrows with their names and verbs. */
export function boxAround(scene, things, arrows, widthOf) {
  const boxes = [];
  const label = (one) => boxes.push(...lineBoxes(one, widthOf));
  for (const thing of scene.things) {
    if (!things.includes(thing.id)) continue;
    boxes.push({
      left: thing.x - thing.half_width,
      top: thing.y - thing.half_height,
      right: thing.x + thing.half_width,
      bottom: thing.y + thing.half_height,
    });
    label(thing.label);
    if (thing.badge) label(thing.badge);
  }
  for (const link of scene.links) {
    if (!arrows.includes(link.id)) continue;
    label(link.verb);
    for (const [x, y] of [...link.line, link.tip]) boxes.push({ left: x, top: y, right: x, bottom: y });
  }
  return [
    Math.min(...boxes.map((box) => box.left)),
    Math.min(...boxes.map((box) => box.top)),
    Math.max(...boxes.map((box) => box.right)),
    Math.max(...boxes.map((box) => box.bottom)),
  ];
}

/** `value`, or the nearest to it from 0 to `most`. */
const within = (value, most) => Math.max(0, Math.min(most, value));

/**
 * Where to look: the upper left corner in px of the scene, its scale, and the height in px of the frame around it.
 * The frame is as wide as the whole picture at `scale`, and leaves room in a browser window `tall` px high, if `around`
 * fits into that; the picture is never drawn smaller than whole, so that its words stay readable. `close` asks to come
 * nearer where there is room. Without `around` the whole picture is shown.
 */
export function closeUp({ width, height, times }, around, scale, tall, close) {
  const tallest = Math.max(SHORTEST, tall * PART);
  const whole = { left: 0, top: 0, scale, height: height * scale };
  if (!around || (!close && whole.height <= tall * WHOLE)) return whole;
  const [left, top, right, bottom] = around;
  const [across, down] = [right - left + 2 * MARGIN, bottom - top + 2 * MARGIN];
  const room = Math.min(whole.height, Math.max(tallest, down * scale));
  const nearer = Math.min((width * scale) / across, room / down, scale * NEAREST);
  const near = close ? Math.max(scale, nearer) : scale;
  const [wide, deep] = [(width * scale) / near, room / near];
  // Near by, the time ruler has no words: its bars stay out of the frame where the rest fills it.
  const ruler = Math.min(height, ...times.map(({ y }) => y - BAR));
  const end = close && bottom + MARGIN <= ruler && deep <= ruler ? ruler : height;
  return {
    left: within((left + right - wide) / 2, width - wide),
    top: within((top + bottom - deep) / 2, end - deep),
    scale: near,
    height: room,
  };
}

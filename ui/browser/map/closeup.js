// Which part of the picture a moment of the story shows, and how near. Pure.

import { lineBoxes } from "./keyboard.js";

const NEAREST = 1.75; // times the scale of the whole picture
const MARGIN = 18; // px of the scene around what is shown
const PART = 0.6; // of the height of the browser's window, which leaves room for the words below
const WHOLE = 0.75; // of it, for a picture that is shown whole
const SHORTEST = 340; // px
const BAR = 16; // px of the scene from the words on a bar of the time ruler to what lies above it

/**
 * The smallest box around these things and arrows with their names and verbs.
 * @param {Scene} scene
 * @param {string[]} things
 * @param {string[]} arrows
 * @param {WidthOf} widthOf
 * @returns {Box}
 */
export function boxAround(scene, things, arrows, widthOf) {
  /** @type {Box[]} */
  const boxes = [];
  for (const thing of scene.things) {
    if (!things.includes(thing.id)) continue;
    boxes.push({
      left: thing.x - thing.half_width,
      top: thing.y - thing.half_height,
      right: thing.x + thing.half_width,
      bottom: thing.y + thing.half_height,
    });
    boxes.push(...lineBoxes(thing.label, widthOf));
    if (thing.badge) boxes.push(...lineBoxes(thing.badge, widthOf));
  }
  for (const link of scene.links) {
    if (!arrows.includes(link.id)) continue;
    boxes.push(...lineBoxes(link.verb, widthOf));
    for (const [x, y] of [...link.line, link.tip]) boxes.push({ left: x, top: y, right: x, bottom: y });
  }
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/**
 * `value`, or the nearest to it from 0 to `most`.
 * @param {number} value
 * @param {number} most
 */
const within = (value, most) => Math.max(0, Math.min(most, value));

/**
 * Where to look: the upper left corner in px of the scene, its scale, and the height in px of the frame around it.
 * The frame is as wide as the whole picture at `scale`, and leaves room in a browser window `tall` px high, if `around`
 * fits into that; the picture is never drawn smaller than whole, so that its words stay readable. `close` asks to come
 * nearer where there is room. Without `around` the whole picture is shown.
 * @param {Pick<Scene, "width" | "height" | "times">} scene
 * @param {Box | null} around
 * @param {number} scale
 * @param {number} tall
 * @param {boolean} close
 */
export function closeUp({ width, height, times }, around, scale, tall, close) {
  const tallest = Math.max(SHORTEST, tall * PART);
  const whole = { left: 0, top: 0, scale, height: height * scale };
  if (!around || (!close && whole.height <= tall * WHOLE)) return whole;
  const { left, top, right, bottom } = around;
  const across = right - left + 2 * MARGIN;
  const down = bottom - top + 2 * MARGIN;
  const room = Math.min(whole.height, Math.max(tallest, down * scale));
  const nearer = Math.min((width * scale) / across, room / down, scale * NEAREST);
  const near = close ? Math.max(scale, nearer) : scale;
  const wide = (width * scale) / near;
  const deep = room / near;
  // Up close the time ruler has no words: its bars stay out of the frame where the rest fills it.
  const ruler = Math.min(height, ...times.map(({ y }) => y - BAR));
  const end = close && bottom + MARGIN <= ruler && deep <= ruler ? ruler : height;
  return {
    left: within((left + right - wide) / 2, width - wide),
    top: within((top + bottom - deep) / 2, end - deep),
    scale: near,
    height: room,
  };
}

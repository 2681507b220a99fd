// Finding one's way over the scene: what lies under the pointer, and where a key leads. Pure.

const NEAR = 13; // px from an arrow

/**
 * Distance from a point to the segment from `a` to `b`.
 * @param {Point} point
 * @param {Point} a
 * @param {Point} b
 */
function toSegment([px, py], [ax, ay], [bx, by]) {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/**
 * Boxes of the lines of a label, given the width of a text in its font.
 * @param {Label} label
 * @param {WidthOf} widthOf
 * @returns {Box[]}
 */
export function lineBoxes(label, widthOf) {
  return label.lines.map((line, number) => {
    const width = widthOf(line, label);
    const left = { start: label.x, middle: label.x - width / 2, end: label.x - width }[label.anchor];
    const baseline = label.y + label.size * 1.3 * number;
    return { left, top: baseline - label.size * 0.8, right: left + width, bottom: baseline + label.size * 0.25 };
  });
}

/**
 * Whether a point is in one of the boxes, or at most `by` px from it.
 * @param {Point} point
 * @param {Box[]} boxes
 * @param {number} by
 */
const within = ([x, y], boxes, by) =>
  boxes.some(({ left, top, right, bottom }) => x >= left - by && x <= right + by && y >= top - by && y <= bottom + by);

/**
 * What a press at `point` means: a thing by its frame or name, else the nearest arrow by its line or verb; null for
 * nothing.
 * @param {Scene} scene
 * @param {Point} point
 * @param {WidthOf} widthOf
 * @returns {PartId | null}
 */
export function hit(scene, point, widthOf) {
  const [x, y] = point;
  for (const thing of scene.things) {
    const inside = Math.abs(x - thing.x) <= thing.half_width && Math.abs(y - thing.y) <= thing.half_height;
    if (inside || within(point, lineBoxes(thing.label, widthOf), 3)) return `node:${thing.id}`;
  }
  for (const link of scene.links) if (within(point, lineBoxes(link.verb, widthOf), 1)) return `edge:${link.id}`;
  let nearest = null;
  let least = NEAR;
  for (const link of scene.links) {
    const points = [...link.line, link.tip];
    for (let i = 1; i < points.length; i += 1) {
      const distance = toSegment(point, points[i - 1], points[i]);
      if (distance >= least) continue;
      nearest = `edge:${link.id}`;
      least = distance;
    }
  }
  return nearest;
}

/**
 * Everything that can be selected, in the order of the cascade: each thing, then the arrows that start there.
 * @param {Scene} scene
 * @returns {PartId[]}
 */
export function order(scene) {
  return scene.things.flatMap(({ id }) => [
    `node:${id}`,
    ...scene.links.filter(({ source }) => source === id).map((link) => `edge:${link.id}`),
  ]);
}

/**
 * Where a key leads from `here`: right and left along the arrows, up and down among the arrows that share a
 * thing (or among things, from a thing), Home and End to the ends. Returns `here` where it leads nowhere.
 * @param {Scene} scene
 * @param {PartId} here
 * @param {string} key
 * @returns {PartId}
 */
export function nextPart(scene, here, key) {
  const all = order(scene);
  if (key === "Home") return all[0];
  if (key === "End") return all[all.length - 1];
  const id = here.slice(5);
  if (here.startsWith("node:")) return fromThing(scene, id, key) ?? here;
  const link = scene.links.find((one) => one.id === id);
  return link ? fromArrow(scene, link, key) : here;
}

/**
 * @param {Scene} scene
 * @param {string} id
 * @param {string} key
 */
function fromThing(scene, id, key) {
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const link = scene.links.find(({ source, target }) => (key === "ArrowRight" ? source : target) === id);
    return link && `edge:${link.id}`;
  }
  const at = scene.things.findIndex((thing) => thing.id === id);
  const next = scene.things[at + (key === "ArrowDown" ? 1 : -1)];
  return next && `node:${next.id}`;
}

/**
 * @param {Scene} scene
 * @param {Link} link
 * @param {string} key
 */
function fromArrow(scene, link, key) {
  if (key === "ArrowRight") return `node:${link.target}`;
  if (key === "ArrowLeft") return `node:${link.source}`;
  const out = scene.links.filter(({ source }) => source === link.source);
  const siblings = out.length > 1 ? out : scene.links.filter(({ target }) => target === link.target);
  const at = siblings.indexOf(link) + (key === "ArrowDown" ? 1 : -1);
  return `edge:${siblings[(at + siblings.length) % siblings.length].id}`;
}

/**
 * The designed width to use in a frame of `available` px, and the scale: never below 1, up to 1.5.
 * @param {number[]} widths
 * @param {number} available
 */
export function fit(widths, available) {
  const fitting = widths.filter((width) => width <= available + 1);
  const width = fitting.length ? Math.max(...fitting) : Math.min(...widths);
  return { width, scale: Math.min(1.5, Math.max(1, Math.floor((available * 100) / width + 1e-9) / 100)) };
}

// Finding one's way over the scene: what lies under the pointer, and where a key leads. Pure.

const NEAR = 13;

function toSegment([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Boxes of the lines of a label, given the width of a text in its font. */
export function lineBoxes(label, widthOf) {
  return label.lines.map((line, place) => {
    const width = widthOf(line, label);
    const left = { start: label.x, middle: label.x - width / 2, end: label.x - width }[label.anchor];
    const baseline = label.y + label.size * 1.3 * place;
    return { left, top: baseline - label.size * 0.8, right: left + width, bottom: baseline + label.size * 0.25 };
  });
}

const within = ([x, y], boxes, by) =>
  boxes.some(({ left, top, right, bottom }) => x >= left - by && x <= right + by && y >= top - by && y <= bottom + by);

/** What a press at `point` means: a thing by its frame or name, else the nearest arrow by its line or verb. */
export function hit(scene, point, widthOf) {
  for (const thing of scene.things) {
    const inside =
      Math.abs(point[0] - thing.x) <= thing.half_width && Math.abs(point[1] - thing.y) <= thing.half_height;
    if (inside || within(point, lineBoxes(thing.label, widthOf), 3)) return `node:${thing.id}`;
  }
  for (const link of scene.links) if (within(point, lineBoxes(link.verb, widthOf), 1)) return `edge:${link.id}`;
  let best = { id: null, distance: NEAR };
  for (const link of scene.links) {
    const points = [...link.line, link.tip];
    for (let i = 1; i < points.length; i += 1) {
      const distance = toSegment(point, points[i - 1], points[i]);
      if (distance < best.distance) best = { id: `edge:${link.id}`, distance };
    }
  }
  return best.id;
}

/** Everything that can be picked, in the order of the cascade: each thing, then the arrows that start there. */
export function order(scene) {
  return scene.things.flatMap(({ id }) => [
    `node:${id}`,
    ...scene.links.filter(({ source }) => source === id).map((link) => `edge:${link.id}`),
  ]);
}

/**
 * Where a key leads from `here`: right and left along the arrows, up and down among the arrows that share a
 * thing (or among things, from a thing), Home and End to the ends. Returns `here` where it leads nowhere.
 */
export function travel(scene, here, key) {
  const all = order(scene);
  if (key === "Home") return all[0];
  if (key === "End") return all[all.length - 1];
  const [kind, id] = [here.slice(0, 4), here.slice(5)];
  if (kind === "node") {
    const [out] = scene.links.filter(({ source }) => source === id);
    const [into] = scene.links.filter(({ target }) => target === id);
    const things = scene.things.map((thing) => thing.id);
    const turn = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (key === "ArrowRight") return out ? `edge:${out.id}` : here;
    if (key === "ArrowLeft") return into ? `edge:${into.id}` : here;
    const next = things[things.indexOf(id) + turn];
    return next ? `node:${next}` : here;
  }
  const link = scene.links.find((one) => one.id === id);
  if (!link) return here;
  if (key === "ArrowRight") return `node:${link.target}`;
  if (key === "ArrowLeft") return `node:${link.source}`;
  const out = scene.links.filter(({ source }) => source === link.source);
  const siblings = out.length > 1 ? out : scene.links.filter(({ target }) => target === link.target);
  const at = siblings.indexOf(link) + (key === "ArrowDown" ? 1 : -1);
  return `edge:${siblings[(at + siblings.length) % siblings.length].id}`;
}

/** The designed width to use in a frame of `available` px, and the scale: never below 1, up to 1.5. */
export function fit(widths, available) {
  const fitting = widths.filter((width) => width <= available + 1);
  const width = fitting.length ? Math.max(...fitting) : Math.min(...widths);
  return { width, scale: Math.min(1.5, Math.max(1, Math.floor((available * 100) / width + 1e-9) / 100)) };
}

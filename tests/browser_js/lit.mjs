// Prints as JSON what is lit for every thing and arrow of each scene, with the ways up and down to their ends.

import { readFileSync } from "node:fs";

import { roles } from "../../ui/browser/map/emphasis.js";

const bundles = JSON.parse(readFileSync(process.env.BUNDLES, "utf8"));
const lit = Object.fromEntries(
  Object.entries(bundles).map(([camera, { scenes }]) => {
    const [scene] = Object.values(scenes);
    const picks = [...scene.things.map(({ id }) => `node:${id}`), ...scene.links.map(({ id }) => `edge:${id}`)];
    return [
      camera,
      Object.fromEntries(
        picks.map((pick) => {
          const all = [...roles(scene, { pick, ways: { up: true, down: true } })];
          return [pick, all.filter(([, role]) => role !== "away").map(([part]) => part)];
        }),
      ),
    ];
  }),
);
process.stdout.write(JSON.stringify(lit));

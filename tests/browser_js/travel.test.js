// Going where the room goes: what is asked of the server, and when a view counts as there.

import assert from "node:assert/strict";
import test from "node:test";

// What a browser has and Node does not.
const at = { address: "/" };
globalThis.addEventListener ??= () => {};
globalThis.location = {
  get pathname() {
    return at.address.split("?")[0];
  },
  get search() {
    return at.address.includes("?") ? `?${at.address.split("?")[1]}` : "";
  },
};
const write = (_state, _title, address) => {
  at.address = address;
};
globalThis.history = { state: null, pushState: write, replaceState: write };

const { Traveller } = await import("../../ui/browser/live/travel.js");

const PLACES = { "": {}, claims: {}, sources: {} };

/** A traveller on `/`, what it has asked for, and how often it has said that it is there. */
function setOut() {
  at.address = "/";
  const asked = [];
  const link = { kit: { places: PLACES }, run: (address) => asked.push(address), brought: "/" };
  const said = { times: 0 };
  const traveller = new Traveller(link, () => {
    said.times += 1;
  });
  return { traveller, asked, link, said };
}

/** Let the time of the traveller's looks go by. */
const look = async (mock) => {
  mock.timers.tick(50);
  await null;
};

test("each of two quick presses is asked for, and the last one is where it ends", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { traveller, asked, link, said } = setOut();
  traveller.go("/claims");
  traveller.go("/sources");
  assert.deepEqual(asked, ["/claims", "/sources"]);
  [at.address, link.brought] = ["/claims", "/claims"]; // the run of the first press is heard first
  assert.equal(traveller.strayed(), false);
  await look(mock);
  assert.equal(said.times, 0);
  [at.address, link.brought] = ["/sources", "/sources"];
  await look(mock);
  assert.equal(said.times, 1);
  traveller.stop();
});

test("a view is there when its run has brought it, not when its address stands", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { traveller, link, said } = setOut();
  traveller.go("/?lens=people");
  assert.equal(at.address, "/?lens=people");
  await look(mock);
  assert.deepEqual([traveller.under, said.times], [true, 0]);
  link.brought = "/?lens=people";
  await look(mock);
  assert.deepEqual([traveller.under, said.times], [false, 1]);
  traveller.stop();
});

test("hearing the same state again asks for nothing more", ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { traveller, asked } = setOut();
  traveller.go("/claims");
  traveller.go("/claims");
  assert.deepEqual(asked, ["/claims"]);
  traveller.stop();
});

test("a lost run is asked for again, and one that never brings the view is not waited for forever", async ({
  mock,
}) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { traveller, asked, said } = setOut();
  traveller.go("/claims?odd=1");
  mock.timers.tick(2500);
  assert.deepEqual(asked, ["/claims?odd=1", "/claims?odd=1"]);
  at.address = "/claims?odd=1";
  for (let ms = 0; ms < 60000; ms += 50) await look(mock);
  assert.equal(asked.length, 4);
  assert.equal(said.times, 1);
  traveller.stop();
});

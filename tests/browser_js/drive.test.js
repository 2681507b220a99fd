// The messages of a driver to the room, which get lost or come late.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { know } from "../../ui/browser/live/address.js";
import { Driver } from "../../ui/browser/live/drive.js";
import { timers } from "./timers.mjs";

know(JSON.parse(readFileSync(process.env.KIT, "utf-8")));

/** A server that takes messages as the real one does, and loses some. */
function server({ fail = () => false } = {}) {
  const room = { version: 1, address: "", paused: false, log: [] };
  const ask = async (_, { base, address, paused }) => {
    await null;
    const problem = fail(room.log.length);
    room.log.push(address);
    if (problem === "lost") return { status: 0, body: { problem: "offline" } };
    if (problem === "late") {
      room.version += 1;
      room.address = address;
      room.paused = paused;
      return { status: 0, body: {} };
    }
    if (typeof problem === "number") return { status: problem, body: { problem: "not-yours" } };
    if (base !== room.version) return { status: 409, body: { version: room.version } };
    if (address !== room.address || paused !== room.paused)
      Object.assign(room, { version: room.version + 1, address, paused });
    return { status: 200, body: { version: room.version } };
  };
  return { room, ask };
}

function driving(ask, clock, on = {}) {
  const place = { room: "ACDEFG", token: "t", version: 1 };
  return new Driver(place, ask, { lost: () => {}, trouble: () => {}, ...on }, clock.later, clock.never);
}

test("however fast the driver is, the last address arrives", async () => {
  const [{ room, ask }, clock] = [server(), timers()];
  const driver = driving(ask, clock);
  for (let n = 0; n < 100; n += 1) {
    driver.moved(`/?node=n${n}&level=patient`);
    if (n % 7 === 0) await clock.run();
  }
  await clock.run();
  assert.equal(room.address, "/?node=n99");
  assert.ok(room.log.length <= 20);
  assert.ok(driver.done);
});

test("lost messages, lost answers and a rival's change are all made good", async () => {
  const kinds = ["lost", "late", 503, false, 429, "late", "lost", false];
  const [{ room, ask }, clock] = [server({ fail: (n) => kinds[n % kinds.length] }), timers()];
  const driver = driving(ask, clock);
  for (let n = 0; n < 40; n += 1) {
    driver.moved(`/?node=n${n}`);
    if (n % 5 === 0) room.version += 1;
    if (n % 3 === 0) await clock.run();
  }
  await clock.run();
  assert.equal(room.address, "/?node=n39");
});

test("while the room is paused it stays, and then it is where the driver is", async () => {
  const [{ room, ask }, clock] = [server(), timers()];
  const driver = driving(ask, clock);
  driver.moved("/?node=a");
  await clock.run();
  driver.pause(true, "/?node=a");
  driver.moved("/claims");
  await clock.run();
  assert.deepEqual([room.address, room.paused], ["/?node=a", true]);
  driver.pause(false, "/claims");
  await clock.run();
  assert.deepEqual([room.address, room.paused], ["/claims", false]);
  driver.moved("/present?level=patient");
  await clock.run();
  assert.equal(room.address, "/claims");
});

test("a pause that is pressed while a move is on its way is not undone by the news of that move", async () => {
  const [{ room, ask }, clock] = [server(), timers()];
  const driver = driving(ask, clock);
  driver.moved("/?node=a", 0);
  const answer = clock.run();
  await new Promise((done) => {
    setImmediate(done);
  });
  driver.pause(true, "/?node=a");
  driver.heard({ version: 2, address: "/?node=a", status: "open" });
  await answer;
  await clock.run();
  assert.deepEqual([room.address, room.paused, driver.paused], ["/?node=a", true, true]);
  driver.heard({ version: 4, address: "/?node=a", status: "open" });
  assert.equal(driver.paused, false); // nothing of its own is waiting: what the room is now holds
});

test("a driver who lost control is notified and sends no more", async () => {
  const [{ room, ask }, clock] = [server({ fail: () => 403 }), timers()];
  let lost = "";
  const driver = driving(ask, clock, {
    lost: (problem) => {
      lost = problem;
      driver.close();
    },
  });
  driver.moved("/?node=a");
  await clock.run();
  driver.moved("/?node=b");
  await clock.run();
  assert.equal(lost, "not-yours");
  assert.equal(room.log.length, 1);
});

test("an address that no room takes leaves the room where it is", async () => {
  const [{ room, ask }, clock] = [server(), timers()];
  const problems = [];
  const driver = driving(
    async (path, body) => (body.address.length > 50 ? { status: 400, body: {} } : ask(path, body)),
    clock,
    { trouble: (problem) => problems.push(problem) },
  );
  driver.moved("/?node=a");
  await clock.run();
  driver.moved(`/?q=${"a".repeat(60)}`);
  await clock.run();
  assert.deepEqual([room.address, problems], ["/?node=a", ["malformed"]]);
});

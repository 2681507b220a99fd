// The live link in the browser: addresses as Python has them, the driver's messages, and a stream with every fault.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { changes, know, merged, parts, same, shared } from "../../ui/browser/live/address.js";
import { Driver } from "../../ui/browser/live/drive.js";
import { Stream } from "../../ui/browser/live/stream.js";

const cases = JSON.parse(readFileSync(process.env.ADDRESSES, "utf-8"));
know(JSON.parse(readFileSync(process.env.KIT, "utf-8")));

test("a thousand addresses are shared and merged exactly as the server does", () => {
  assert.ok(cases.length >= 1000);
  for (const { address, own, shared: part, merged: whole } of cases) {
    assert.equal(shared(address), part, address);
    assert.equal(merged(address, own), whole, `${address} for ${own}`);
    if (part) assert.ok(same(whole, address) && same(part, whole));
  }
});

test("two views are the same whatever the order, the reader and what is empty", () => {
  assert.ok(same("/?a=1&b=2&level=patient", "/?b=2&a=1&q="));
  assert.ok(!same("/?a=1", "/claims?a=1") && !same("/?a=1", "/?a=2") && !same("/?a=1&a=2", "/?a=1"));
});

test("a view has one focus, a lens, a moment and a closer picture", () => {
  const view = { path: "", focus: "edge:x--y", told: "", view: "", lens: "how" };
  assert.deepEqual(parts("/?edge=x--y&lens=how&level=patient"), view);
  assert.equal(parts("/claims?claim=c1").path, "claims");
  assert.equal(parts("/?step=relief").told, "relief");
  assert.equal(parts("/bdnf-release?view=close").view, "close");
});

test("what leads to another view takes out what that has not, and what is asked for beside it", () => {
  assert.deepEqual(changes("/?node=a&lens=how&level=patient", "/?edge=b&lens=how"), { node: "", edge: "b" });
  assert.deepEqual(changes("/time?at=1h", "/time?at=4h", { node: "x", edge: "" }), { at: "4h", node: "", edge: "" });
  assert.deepEqual(changes("/what-if?guess=reduced", "/what-if?off=ampar"), { off: "ampar" });
});

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

/** Timers that fire when told to. */
function timers() {
  const waiting = new Map();
  let number = 0;
  return {
    later: (act, ms) => {
      waiting.set((number += 1), { act, ms });
      return number;
    },
    never: (timer) => waiting.delete(timer),
    async run(enough = () => false) {
      for (let turn = 0; turn < 50 && !enough(); turn += 1) {
        await new Promise((done) => {
          setImmediate(done);
        });
        const due = [...waiting];
        waiting.clear();
        for (const [, { act }] of due) act();
      }
    },
    waiting,
  };
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

test("a driver who lost the wheel is told and sends no more", async () => {
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

/** A browser whose event sources are ours. */
function world() {
  const clock = timers();
  const [sources, heard] = [[], {}];
  const listen = {
    addEventListener: (name, act) => {
      heard[name] = act;
    },
    removeEventListener: (name) => {
      delete heard[name];
    },
  };
  return {
    clock,
    sources,
    heard,
    source: (url) => {
      const made = {
        url,
        listeners: {},
        addEventListener(name, act) {
          this.listeners[name] = act;
        },
        close() {
          this.shut = true;
        },
      };
      sources.push(made);
      return made;
    },
    later: clock.later,
    never: clock.never,
    chance: () => 0.5,
    page: { ...listen, hidden: false },
    window: listen,
    send(name, data) {
      sources.at(-1).listeners[name]({ data: JSON.stringify(data) });
    },
  };
}

function following(answer = { status: 200, body: {} }) {
  const one = world();
  const seen = { states: [], troubles: [], over: null };
  const seat = { room: "ACDEFG", role: "follower", boot: "b1" };
  const on = {
    state: (state) => seen.states.push(state.version),
    trouble: (problem) => seen.troubles.push(problem),
    over: (problem) => {
      seen.over = problem;
    },
  };
  const stream = new Stream(seat, on, async () => answer, one);
  return {
    one,
    seen,
    stream,
    state: (version, more = {}) => one.send("state", { version, boot: "b1", status: "open", ...more }),
  };
}

test("states come once each and never go back", () => {
  const { seen, state } = following();
  for (const version of [3, 3, 2, 5, 4, 5, 6]) state(version);
  assert.deepEqual(seen.states, [3, 5, 6]);
});

test("a cut stream comes back, and says so only if it stays away", async () => {
  const { one, seen, state } = following();
  state(1);
  one.sources[0].onerror();
  await new Promise((done) => {
    setImmediate(done);
  });
  assert.ok(one.sources[0].shut);
  await one.clock.run(() => one.sources.length === 2);
  assert.ok(!one.sources[1].shut);
  state(2);
  assert.deepEqual(seen.states, [1, 2]);
  assert.equal(seen.troubles.at(-1), "");
});

test("an event of a stream that was given up is not heard", () => {
  const { one, seen, stream, state } = following();
  const old = one.sources[0];
  stream.open();
  old.listeners.state({ data: JSON.stringify({ version: 9, boot: "b1", status: "open" }) });
  state(2);
  assert.deepEqual(seen.states, [2]);
});

test("silence is taken for a cut, as after a telephone's sleep", async () => {
  const { one, state } = following();
  state(1);
  await one.clock.run();
  assert.ok(one.sources.length > 1);
});

test("a sign of life with another version has the state fetched", async () => {
  const { one, state } = following();
  state(1);
  one.send("alive", { version: 4 });
  await one.clock.run();
  assert.ok(one.sources.length > 1);
});

test("a tab that nobody sees lets go, and catches up when it is seen", async () => {
  const { one, state } = following();
  state(1);
  one.page.hidden = true;
  one.heard.visibilitychange();
  one.clock.waiting.forEach(({ act, ms }) => {
    if (ms === 20_000) act();
  });
  assert.ok(one.sources[0].shut);
  one.page.hidden = false;
  one.heard.visibilitychange();
  assert.equal(one.sources.length, 2);
});

for (const [name, answer, over] of [
  ["a room that is gone", { status: 404, body: { problem: "not-found", boot: "b1" } }, "not-found"],
  ["a server that was restarted", { status: 404, body: { problem: "not-found", boot: "b2" } }, "restarted"],
  ["a room that has ended", { status: 200, body: { status: "ended", boot: "b1" } }, "ended"],
]) {
  test(`${name} is told apart`, async () => {
    const { one, seen } = following(answer);
    one.sources[0].onerror();
    await new Promise((done) => {
      setImmediate(done);
    });
    assert.equal(seen.over, over);
  });
}

for (const [name, answer, trouble] of [
  ["a full room", { status: 200, body: { full: true } }, "full"],
  ["no connection", { status: 0, body: { problem: "offline" } }, "offline"],
  ["a dead store", { status: 503, body: { problem: "unreachable" } }, "unreachable"],
]) {
  test(`${name} is said, and tried again`, async () => {
    const { one, seen } = following(answer);
    one.sources[0].onerror();
    await new Promise((done) => {
      setImmediate(done);
    });
    assert.equal(seen.troubles.at(-1), trouble);
    await one.clock.run();
    assert.ok(one.sources.length > 1);
    assert.equal(seen.over, null);
  });
}

test("the end of a room and its loss are told", () => {
  const ended = following();
  ended.state(2, { status: "ended" });
  assert.equal(ended.seen.over, "ended");
  const lost = following();
  lost.one.send("gone", { problem: "not-found", boot: "b2" });
  assert.equal(lost.seen.over, "restarted");
});

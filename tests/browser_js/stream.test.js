// The stream of a room, with every fault.

import assert from "node:assert/strict";
import test from "node:test";

import { Stream } from "../../ui/browser/live/stream.js";
import { timers } from "./timers.mjs";

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
  test(`${name} is a problem of its own`, async () => {
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

test("the end of a room and its loss are reported", () => {
  const ended = following();
  ended.state(2, { status: "ended" });
  assert.equal(ended.seen.over, "ended");
  const lost = following();
  lost.one.send("gone", { problem: "not-found", boot: "b2" });
  assert.equal(lost.seen.over, "restarted");
});

// Members of a room: what a follower, the projector's window and a driver hear, and where they stay.

import assert from "node:assert/strict";
import test from "node:test";

// What a browser has and Node does not.
const at = { address: "/" };
const kept = {};
const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
const touches = [];
put("addEventListener", (kind, act) => {
  if (kind === "pointerdown") touches.push(act);
});
put("removeEventListener", () => {});
put("location", {
  get pathname() {
    return at.address.split("?")[0];
  },
  get search() {
    return at.address.includes("?") ? `?${at.address.split("?")[1]}` : "";
  },
});
const write = (_state, _title, address) => {
  at.address = address;
};
put("history", { state: null, pushState: write, replaceState: write });
put("window", globalThis);
put("sessionStorage", {
  getItem: (key) => kept[key] ?? null,
  setItem: (key, value) => {
    kept[key] = value;
  },
});
const made = () => ({
  dataset: {},
  classList: { toggle: () => {}, remove: () => {} },
  append: () => {},
  setAttribute: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  getContext: () => ({}),
});
put("document", { ...made(), documentElement: made(), createElement: made });
const streams = [];
put(
  "EventSource",
  class {
    listeners = {};

    constructor() {
      streams.push(this);
    }

    addEventListener(name, act) {
      this.listeners[name] = act;
    }

    close() {}
  },
);

const { FollowerRoom } = await import("../../ui/browser/live/follower-room.js");
const { DriverRoom } = await import("../../ui/browser/live/driver-room.js");

// Each word of the link says its own name.
const problems = new Proxy({}, { get: (_, name) => `problem ${name}` });
const own = { problems, following: "following {code}", paused: "paused {code}", now_at: "shows {title}", stop_of: "" };
const words = new Proxy(own, { get: (given, name) => given[name] ?? name });

/** Someone in a room, what they heard, and a way to send their tab the room's state. */
function sat(Room, place) {
  at.address = "/";
  const [said, runs] = [[], []];
  const link = {
    words,
    kit: { words, places: { "": {}, claims: { title: "Claims" } }, stops: [{ address: "/", title: "Start" }] },
    root: made(),
    query: "",
    brought: "/",
    say: (line) => said.push(line),
    run: (address) => runs.push(address),
    show: () => {},
  };
  const room = new Room({ room: "ACDEFG", version: 0, boot: "b", ...place }, link);
  const stream = streams.at(-1);
  let version = 0;
  const state = (address, status = "open") => {
    version += 1;
    stream.listeners.state({ data: JSON.stringify({ version, boot: "b", address, status }) });
  };
  const trouble = (problem) => stream.listeners.trouble({ data: JSON.stringify({ problem }) });
  return { room, said, runs, state, trouble };
}

test("a follower hears once of a pause, its end and a trouble", ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const { room, said, state, trouble } = sat(FollowerRoom, { role: "follower" });
  state("/");
  assert.deepEqual(said, []);
  state("/", "paused");
  room.show();
  assert.deepEqual(said.splice(0), ["paused ACDEFG"]);
  state("/claims");
  assert.deepEqual(said.splice(0), ["following ACDEFG shows Claims"]); // in one, since of two only the last is heard
  trouble("unreachable");
  trouble("unreachable");
  assert.deepEqual(said.splice(0), ["problem unreachable"]);
  state("/claims");
  assert.equal(said[0], "following ACDEFG");
  room.close();
});

test("a driver hears once of a pause, its end and a trouble", ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  put("fetch", () => new Promise(() => {}));
  const { room, said, state, trouble } = sat(DriverRoom, { role: "driver", token: "t", began: 0, stop: 0 });
  state("/");
  assert.deepEqual(said, []);
  trouble("unreachable");
  trouble("unreachable");
  assert.deepEqual(said.splice(0), ["problem unreachable"]);
  state("/");
  assert.deepEqual(said.splice(0), ["going_on"]);
  state("/", "paused");
  assert.deepEqual(said.splice(0), ["pausing"]);
  room.pause();
  room.show();
  assert.deepEqual([...new Set(said)], ["going_on"]);
  room.close();
});

test("the projector's window goes back to the room whatever is pressed in it, and forgets that it strayed", ({
  mock,
}) => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  for (const role of ["window", "follower"]) {
    const { room, runs, state } = sat(FollowerRoom, { role, wandering: role === "window" });
    assert.equal(room.wandering, false);
    state("/");
    mock.timers.tick(50);
    for (const act of touches) act({});
    at.address = "/claims";
    room.moved();
    assert.equal(room.wandering, role === "follower");
    assert.deepEqual(runs, role === "window" ? ["/"] : []);
    room.close();
  }
});

// The events of a room, kept coming: after a cut, a restart, a sleep. What is lost is the connection, never the state.

import { roomPath } from "./room-api.js";

// ms before the next attempt, each with as much again by chance, so that a room does not return at once
const AGAIN = [500, 1000, 2000, 4000, 8000];
const SILENT = 40_000; // ms without a sign of life: more than two of the server's heartbeats
const HIDDEN = 20_000; // ms after which a tab that nobody sees lets go of its connection

/**
 * What the stream calls: `state` with every newer state, `people` with the number of followers, `trouble` with a
 * problem or with "" once all is well, and `over` with the problem that ends it.
 * @typedef {{
 *   state: (state: RoomState) => void,
 *   people?: (number: number) => void,
 *   trouble: (problem: Trouble) => void,
 *   over: (problem: Trouble) => void,
 * }} Handlers
 */

/** The part of the browser that the stream needs, so that a test can stand in for it. */
const browser = () => ({
  /** @param {string} url */
  source: (url) => new EventSource(url),
  /** @type {(act: () => void, ms: number) => Timer} */
  later: (act, ms) => setTimeout(act, ms),
  /** @param {Timer | undefined} timer */
  never: (timer) => clearTimeout(timer),
  chance: Math.random,
  page: document,
  window,
});

/** Follows the room of a member. */
export class Stream {
  /**
   * @param {Pick<Membership, "room" | "role" | "boot">} member
   * @param {Handlers} on
   * @param {(room: string) => Promise<Pick<RoomAnswer, "status" | "body">>} ask finds out why a stream was refused
   */
  constructor(member, on, ask, world = browser()) {
    this.member = member;
    this.on = on;
    this.ask = ask;
    this.world = world;
    this.tries = 0;
    this.version = 0;
    this.boot = member.boot;
    this.closed = false;
    /** @type {EventSource | null} */
    this.source = null;
    this.onVisibility = () => this.followVisibility();
    this.onOnline = () => this.open();
    this.onOffline = () => {
      this.on.trouble("offline");
      this.retry();
    };
    world.page.addEventListener("visibilitychange", this.onVisibility);
    world.window.addEventListener("online", this.onOnline);
    world.window.addEventListener("offline", this.onOffline);
    this.open();
  }

  open() {
    if (this.closed) return;
    this.drop();
    const role = this.member.role === "follower" ? "" : `?as=${this.member.role}`;
    const source = this.world.source(`./live/rooms${roomPath(this.member.room)}/events${role}`);
    this.source = source;
    /** @type {(name: string, act: (data: any) => void) => void} */
    const listen = (name, act) =>
      source.addEventListener(name, ({ data }) => {
        if (source !== this.source) return;
        this.alive();
        act(data ? JSON.parse(data) : null);
      });
    listen("state", (state) => this.take(state));
    listen("alive", ({ version }) => {
      if (version !== this.version) this.retry();
    });
    listen("people", (number) => this.on.people?.(number));
    listen("trouble", ({ problem }) => this.on.trouble(problem));
    listen("restart", () => {
      this.on.trouble("restarting");
      this.retry();
    });
    listen("gone", (why) => this.over(this.whyGone(why)));
    source.onerror = () => {
      if (source === this.source) this.findOut();
    };
    this.alive();
  }

  /**
   * Take over a state that is newer than the last one; after a restart of rooms every state is.
   * @param {RoomState} state
   */
  take(state) {
    if (state.boot !== this.boot) {
      this.boot = state.boot;
      this.version = 0;
    }
    this.tries = 0;
    this.on.trouble("");
    if (state.version <= this.version) return;
    this.version = state.version;
    if (state.status === "ended") this.over("ended");
    else this.on.state(state);
  }

  /** A sign of life: take silence from now on for a cut. */
  alive() {
    this.world.never(this.silence);
    this.silence = this.world.later(() => this.retry(), SILENT);
  }

  /**
   * Why a room is gone: not found by another process than kept it, it was lost in a restart.
   * @param {RoomAnswer["body"]} why
   */
  whyGone({ problem = "unreachable", boot }) {
    return problem === "not-found" && this.boot && boot !== this.boot ? "restarted" : problem;
  }

  /** The stream broke: find out why, and come back if there is something to come back to. */
  async findOut() {
    this.drop();
    const { status, body } = await this.ask(this.member.room);
    if (this.closed) return;
    if (status === 404 || status === 410) this.over(this.whyGone(body));
    else if (status === 200 && body.status === "ended") this.over("ended");
    else {
      if (status === 200 && !body.full) this.on.trouble(this.tries > 1 ? "offline" : "");
      else this.on.trouble(status === 200 ? "full" : (body.problem ?? "unreachable"));
      this.retry();
    }
  }

  /** Open again after a while that grows. */
  retry() {
    this.drop();
    const ms = AGAIN[Math.min(this.tries, AGAIN.length - 1)];
    this.tries += 1;
    this.world.never(this.again);
    this.again = this.world.later(() => this.open(), ms + ms * this.world.chance());
  }

  /** A follower's tab that is not seen lets go after a while, and catches up as soon as it is seen. */
  followVisibility() {
    this.world.never(this.hiding);
    if (!this.world.page.hidden) {
      if (!this.source) this.open();
    } else if (this.member.role === "follower") this.hiding = this.world.later(() => this.drop(), HIDDEN);
  }

  drop() {
    this.world.never(this.silence);
    this.world.never(this.again);
    this.source?.close();
    this.source = null;
  }

  /** @param {Trouble} problem */
  over(problem) {
    this.close();
    this.on.over(problem);
  }

  close() {
    this.closed = true;
    this.drop();
    this.world.never(this.hiding);
    this.world.page.removeEventListener("visibilitychange", this.onVisibility);
    this.world.window.removeEventListener("online", this.onOnline);
    this.world.window.removeEventListener("offline", this.onOffline);
  }
}

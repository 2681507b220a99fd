// The events of a room, kept coming: after a cut, a restart, a sleep. What is lost is the way, never the state.

const AGAIN = [500, 1000, 2000, 4000, 8000]; // ms, each with as much again by chance, so that a room does not return at once
const SILENT = 40_000; // ms without a sign of life: twice the server's heartbeat and more
const HIDDEN = 20_000; // ms after which a tab that nobody sees lets go of its connection

const browser = () => ({
  source: (url) => new EventSource(url),
  later: (act, ms) => setTimeout(act, ms),
  never: (timer) => clearTimeout(timer),
  chance: Math.random,
  page: document,
  window,
});

/**
 * Follow the room `seat.room`. Calls `on.state(state)` with every newer state, `on.people(number)`, and
 * `on.trouble(problem)` with "" once all is well; `over` problems end it. `ask` tells why a stream was refused.
 */
export class Stream {
  constructor(seat, on, ask, world = browser()) {
    Object.assign(this, { seat, on, ask, world, tries: 0, version: 0, boot: seat.boot, closed: false });
    this.woke = () => this.seen();
    this.back = () => this.open();
    this.cut = () => {
      this.on.trouble("offline");
      this.soon();
    };
    world.page.addEventListener("visibilitychange", this.woke);
    world.window.addEventListener("online", this.back);
    world.window.addEventListener("offline", this.cut);
    this.open();
  }

  open() {
    if (this.closed) return;
    this.drop();
    const role = this.seat.role === "follower" ? "" : `?as=${this.seat.role}`;
    const source = this.world.source(`./live/rooms/${encodeURIComponent(this.seat.room)}/events${role}`);
    this.source = source;
    const heard = (act) => (event) => {
      if (source !== this.source) return;
      this.alive();
      act(event.data ? JSON.parse(event.data) : null);
    };
    source.addEventListener(
      "state",
      heard((state) => this.take(state)),
    );
    source.addEventListener(
      "alive",
      heard(({ version }) => {
        if (version !== this.version) this.soon();
      }),
    );
    source.addEventListener(
      "people",
      heard((number) => this.on.people?.(number)),
    );
    source.addEventListener(
      "trouble",
      heard(({ problem }) => this.on.trouble(problem)),
    );
    source.addEventListener(
      "restart",
      heard(() => {
        this.on.trouble("restarting");
        this.soon();
      }),
    );
    source.addEventListener(
      "gone",
      heard((why) => this.over(this.gone(why))),
    );
    source.onerror = () => {
      if (source === this.source) this.why();
    };
    this.alive();
  }

  /** Take over a state that is newer than the last one; after a restart of rooms every state is. */
  take(state) {
    if (state.boot !== this.boot) [this.boot, this.version] = [state.boot, 0];
    this.tries = 0;
    this.on.trouble("");
    if (state.version <= this.version) return;
    this.version = state.version;
    if (state.status === "ended") this.over("ended");
    else this.on.state(state);
  }

  alive() {
    this.world.never(this.silence);
    this.silence = this.world.later(() => this.soon(), SILENT);
  }

  gone({ problem, boot }) {
    return problem === "not-found" && this.boot && boot !== this.boot ? "restarted" : problem;
  }

  /** The stream broke: find out why, and come back if there is something to come back to. */
  async why() {
    this.drop();
    const { status, body } = await this.ask(this.seat.room);
    if (this.closed) return;
    if (status === 404 || status === 410) this.over(this.gone(body));
    else if (status === 200 && body.status === "ended") this.over("ended");
    else {
      if (status === 200 && !body.full) this.on.trouble(this.tries > 1 ? "offline" : "");
      else this.on.trouble(status === 200 ? "full" : (body.problem ?? "unreachable"));
      this.soon();
    }
  }

  /** Open again after a while that grows. */
  soon() {
    this.drop();
    const ms = AGAIN[Math.min(this.tries, AGAIN.length - 1)];
    this.tries += 1;
    this.world.never(this.again);
    this.again = this.world.later(() => this.open(), ms + ms * this.world.chance());
  }

  /** A tab that is not seen lets go after a while, and catches up as soon as it is seen. The driver's stays. */
  seen() {
    this.world.never(this.hiding);
    if (!this.world.page.hidden) {
      if (!this.source) this.open();
    } else if (this.seat.role === "follower") this.hiding = this.world.later(() => this.drop(), HIDDEN);
  }

  drop() {
    this.world.never(this.silence);
    this.world.never(this.again);
    this.source?.close();
    this.source = null;
  }

  over(problem) {
    this.close();
    this.on.over(problem);
  }

  close() {
    this.closed = true;
    this.drop();
    this.world.never(this.hiding);
    this.world.page.removeEventListener("visibilitychange", this.woke);
    this.world.window.removeEventListener("online", this.back);
    this.world.window.removeEventListener("offline", this.cut);
  }
}

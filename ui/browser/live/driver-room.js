// A room as its driver has it: the address goes out, keys lead along the stops, notes stand beside.

import { here } from "./activity.js";
import { lobby, same, shared } from "./address.js";
import { DriverBar } from "./bar.js";
import { Driver } from "./drive.js";
import { ask, at, sit } from "./membership.js";
import { Stream } from "./stream.js";
import { Traveller } from "./travel.js";

const FORTH = ["PageDown", "ArrowRight"];
const BACK = ["PageUp", "ArrowLeft"];
const OTHERS_KEYS =
  "input, textarea, select, [contenteditable], [role=radio], [role=radiogroup], [role=tab], [role=slider], .scrolls";
const SWIPE = 60; // px

export class DriverRoom {
  constructor(place, link) {
    Object.assign(this, { place, link, people: null, trouble: "", held: "" });
    this.stops = link.kit.stops;
    this.traveller = new Traveller(link, () => this.arrived());
    this.driver = new Driver(place, (path, body) => ask(path, body), {
      sent: (kept) => {
        sit(kept);
        this.trouble = "";
        this.show();
      },
      lost: (problem, boot) => this.lost(problem, boot),
      trouble: (problem) => {
        this.trouble = problem;
        this.show();
      },
    });
    this.bar = new DriverBar(link.words, {
      previous: () => this.step(-1),
      next: () => this.step(1),
      pause: () => this.pause(),
      desk: () => link.run(`/${lobby("open")}`),
    });
    this.swipes(this.bar.box);
    this.stream = new Stream(
      place,
      {
        state: (state) => this.heard(state),
        people: (number) => {
          this.people = number;
          this.show();
        },
        trouble: (problem) => {
          this.trouble = problem;
          this.show();
        },
        over: (problem) => link.out(problem),
      },
      (room) => ask(at(room)),
    );
    this.clock = setInterval(() => this.tick(), 1000);
    this.tick();
    this.show();
  }

  heard(state) {
    const others = state.version > this.place.version && !this.driver.busy;
    this.place.boot = state.boot;
    this.driver.heard(state);
    sit(this.place);
    if (others) this.check();
    if (!this.begun) this.driver.moved(here()); // after a reload the room is where its driver is
    this.begun = true;
    this.show();
  }

  /** Someone changed the room, and it was not this tab: ask whether the wheel is still here. */
  async check() {
    const { status, body } = await ask(`${at(this.place.room)}/wheel`, { token: this.place.token });
    if (status === 403) this.lost(body.problem);
  }

  /** The wheel is gone: follow from now on, or say what became of the room. */
  lost(problem, boot) {
    const { room } = this.place;
    if (problem === "not-yours") {
      this.link.say(this.link.words.problems.lost);
      this.link.sit({ room, role: "follower", version: 0, boot: this.place.boot });
    } else this.link.out(problem === "not-found" && boot !== this.place.boot ? "restarted" : problem);
  }

  moved(address) {
    if (this.traveller.strayed()) this.traveller.leave();
    if (this.traveller.target !== null) {
      this.show();
      return; // on the way; the room is there already
    }
    this.driver.moved(address);
    this.show();
  }

  /** A stop is reached: whatever comes next is the driver's own. */
  arrived() {
    this.traveller.target = null;
    this.moved(here());
  }

  /** The view that is shown, or on its way: a quick second press counts from there. */
  get view() {
    return shared(this.traveller.target ?? here());
  }

  /** The place in the row of stops: the view, else the last stop. */
  get at() {
    const { view } = this;
    const found = this.stops.findIndex(({ address }) => same(address, view));
    return found >= 0 ? found : (this.place.stop ?? 0);
  }

  step(by) {
    const now = this.at;
    const onIt = same(this.stops[now].address, this.view || `/${lobby("open")}`);
    const to = !onIt ? now : now + by;
    if (!this.stops[to]) return;
    this.place.stop = to;
    sit(this.place);
    this.traveller.go(this.stops[to].address);
    if (!this.driver.paused) this.driver.moved(this.stops[to].address, 0); // followers need not wait for the driver's page
    this.show();
  }

  begin() {
    this.step(1);
  }

  pause() {
    this.driver.pause(!this.driver.paused, here());
    this.link.say(this.driver.paused ? this.link.words.pausing : this.link.words.going_on);
    this.show();
  }

  key(event) {
    const by = FORTH.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (!by || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest?.(OTHERS_KEYS)) return;
    event.preventDefault();
    this.step(by);
  }

  /** A swipe along the bar leads on, as turning a leaf does. */
  swipes(box) {
    box.addEventListener(
      "touchstart",
      ({ changedTouches: [touch] }) => {
        this.from = touch.clientX;
      },
      { passive: true },
    );
    box.addEventListener("touchend", ({ changedTouches: [touch] }) => {
      const by = touch.clientX - this.from;
      if (Math.abs(by) > SWIPE) this.step(by < 0 ? 1 : -1);
    });
  }

  tick() {
    this.bar.tick(Math.max(0, (Date.now() - this.place.began) / 1000));
  }

  /** Say, once, where a pause or a trouble begins or is over; the bar shows it to eyes alone. */
  tell() {
    const { words } = this.link;
    const { paused } = this.driver;
    const held = this.trouble || (paused ? "paused" : "");
    if (held === this.held) return;
    this.held = held;
    if (this.trouble) this.link.say(words.problems[this.trouble] ?? words.problems.unreachable);
    else this.link.say(paused ? words.pausing : words.going_on);
  }

  show() {
    this.tell();
    const { words } = this.link;
    const now = this.at;
    const { title, note } = this.stops[now];
    const stop = words.stop_of
      .replace("{number}", now + 1)
      .replace("{count}", this.stops.length)
      .replace("{title}", title);
    const { query } = this.link;
    this.bar.show({
      code: this.place.room,
      people: this.people,
      paused: this.driver.paused,
      trouble: this.trouble,
      stop,
      note,
      query,
      coming: this.stops[now + 1]?.title,
    });
    this.link.root.dataset.room = this.driver.paused ? "holding" : "driving";
    this.link.root.dataset.version = this.place.version;
    this.link.root.dataset.people = this.people ?? "";
    const view = shared(here());
    const there = this.driver.paused || !view || same(this.driver.known?.address ?? "", view);
    this.link.root.dataset.sent = String(Boolean(this.driver.done && there));
  }

  close() {
    clearInterval(this.clock);
    this.driver.close();
    this.stream.close();
    this.traveller.stop();
  }
}

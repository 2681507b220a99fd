// A room as its presenter has it: the address goes out, keys lead along the stops, notes are at hand.

import { closest, modified } from "../page/dom.js";
import { here } from "./activity.js";
import { lobby, same, shared } from "./address.js";
import { DriverBar, problemText } from "./bar.js";
import { Driver } from "./drive.js";
import { saveMembership } from "./membership.js";
import { request, roomPath } from "./room-api.js";
import { Stream } from "./stream.js";
import { Traveller } from "./travel.js";

const FORTH = ["PageDown", "ArrowRight"];
const BACK = ["PageUp", "ArrowLeft"];
// What has a use of its own for these keys.
const OTHERS_KEYS =
  "input, textarea, select, [contenteditable], [role=radio], [role=radiogroup], [role=tab], [role=slider], .scrolls";
const SWIPE = 60; // px

export class DriverRoom {
  /**
   * @param {Membership} member
   * @param {import("./link.js").LiveLink} link
   */
  constructor(member, link) {
    this.member = member;
    this.link = link;
    this.waiting = false; // a presenter waits for nobody
    /** @type {number | null} */
    this.people = null;
    /** @type {Trouble} */
    this.trouble = "";
    this.announced = "";
    this.begun = false;
    this.stops = link.kit.stops;
    this.traveller = new Traveller(link, () => this.arrived());
    this.driver = new Driver(member, request, {
      sent: (kept) => {
        saveMembership(kept);
        this.showTrouble("");
      },
      lost: (problem, boot) => this.lost(problem, boot),
      trouble: (problem) => this.showTrouble(problem),
    });
    this.bar = new DriverBar(link.words, {
      previous: () => this.step(-1),
      next: () => this.step(1),
      pause: () => this.pause(),
      desk: () => link.run(`/${lobby("open")}`),
    });
    onSwipe(this.bar.box, (by) => this.step(by));
    this.stream = new Stream(
      member,
      {
        state: (state) => this.heard(state),
        people: (number) => {
          this.people = number;
          this.show();
        },
        trouble: (problem) => this.showTrouble(problem),
        over: (problem) => link.leaveRoom(problem),
      },
      (room) => request(roomPath(room)),
    );
    this.clock = setInterval(() => this.tick(), 1000);
    this.tick();
    this.show();
  }

  /** @param {RoomState} state */
  heard(state) {
    const byOthers = state.version > this.member.version && !this.driver.busy;
    this.member.boot = state.boot;
    this.driver.heard(state);
    saveMembership(this.member);
    if (byOthers) this.checkControl();
    if (!this.begun) this.driver.moved(here()); // after a reload the room is where its presenter is
    this.begun = true;
    this.show();
  }

  /** Someone changed the room, and it was not this tab: ask whether it still controls the room. */
  async checkControl() {
    const { room, token } = this.member;
    const { status, body } = await request(`${roomPath(room)}/wheel`, { token });
    if (status === 403) this.lost(body.problem, body.boot);
  }

  /**
   * This tab no longer controls the room: follow from now on, or say what became of the room.
   * @param {Trouble | undefined} problem
   * @param {string | undefined} boot
   */
  lost(problem, boot) {
    const { room, boot: lastBoot } = this.member;
    if (problem === "not-yours") {
      this.link.say(problemText(this.link.words, "lost"));
      this.link.enter({ room, role: "follower", version: 0, boot: lastBoot });
    } else this.link.leaveRoom(problem === "not-found" && boot !== lastBoot ? "restarted" : problem);
  }

  /** @param {string} address */
  moved(address) {
    if (this.traveller.strayed()) this.traveller.leave();
    // While the presenter's own page is on its way to a stop, the room is there already.
    if (this.traveller.target === null) this.driver.moved(address);
    this.show();
  }

  /** A stop is reached: whatever comes next is the presenter's own. */
  arrived() {
    this.traveller.target = null;
    this.moved(here());
  }

  /** The view that is shown, or on its way: a quick second press counts from there. */
  get view() {
    return shared(this.traveller.target ?? here());
  }

  /** The number of the current stop: the view's, else that of the last stop. */
  get at() {
    const { view } = this;
    const found = this.stops.findIndex(({ address }) => same(address, view));
    return found >= 0 ? found : (this.member.stop ?? 0);
  }

  /**
   * Go to another stop, or back to the current one from a view beside it.
   * @param {number} by
   */
  step(by) {
    const now = this.at;
    const onStop = same(this.stops[now].address, this.view || `/${lobby("open")}`);
    const to = onStop ? now + by : now;
    const stop = this.stops[to];
    if (!stop) return;
    this.member.stop = to;
    saveMembership(this.member);
    this.traveller.go(stop.address);
    if (!this.driver.paused) this.driver.moved(stop.address, 0); // followers need not wait for the presenter's page
    this.show();
  }

  begin() {
    this.step(1);
  }

  pause() {
    this.driver.pause(!this.driver.paused, here());
    this.announcePause();
    this.show();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const by = FORTH.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (!by || event.defaultPrevented || event.shiftKey || modified(event) || closest(event, OTHERS_KEYS)) return;
    event.preventDefault();
    this.step(by);
  }

  tick() {
    this.bar.tick(Math.max(0, (Date.now() - (this.member.began ?? Date.now())) / 1000));
  }

  /** @param {Trouble} problem */
  showTrouble(problem) {
    this.trouble = problem;
    this.show();
  }

  /** Announce, once, where a pause or a trouble begins or is over; the bar shows it only to those who see it. */
  announceChange() {
    const state = this.trouble || (this.driver.paused ? "paused" : "");
    if (state === this.announced) return;
    this.announced = state;
    if (this.trouble) this.link.say(problemText(this.link.words, this.trouble));
    else this.announcePause();
  }

  announcePause() {
    const { words } = this.link;
    this.link.say(this.driver.paused ? words.pausing : words.going_on);
  }

  show() {
    this.announceChange();
    const { words, query, root } = this.link;
    const { paused, known } = this.driver;
    const now = this.at;
    const { title, note } = this.stops[now];
    const stop = words.stop_of
      .replace("{number}", String(now + 1))
      .replace("{count}", String(this.stops.length))
      .replace("{title}", title);
    this.bar.show({
      code: this.member.room,
      people: this.people,
      paused,
      trouble: this.trouble,
      stop,
      note,
      query,
      coming: this.stops[now + 1]?.title,
    });
    const view = shared(here());
    const there = paused || !view || same(known?.address ?? "", view);
    root.dataset.room = paused ? "holding" : "driving";
    root.dataset.version = String(this.member.version);
    root.dataset.people = String(this.people ?? "");
    root.dataset.sent = String(this.driver.done && there);
  }

  close() {
    clearInterval(this.clock);
    this.driver.close();
    this.stream.close();
    this.traveller.stop();
  }
}

/**
 * Call `act` with 1 or -1 for a swipe along `box`, as for turning a page on or back.
 * @param {HTMLElement} box
 * @param {(by: number) => void} act
 */
function onSwipe(box, act) {
  let from = 0;
  box.addEventListener(
    "touchstart",
    ({ changedTouches }) => {
      from = changedTouches[0].clientX;
    },
    { passive: true },
  );
  box.addEventListener("touchend", ({ changedTouches }) => {
    const by = changedTouches[0].clientX - from;
    if (Math.abs(by) > SWIPE) act(by < 0 ? 1 : -1);
  });
}

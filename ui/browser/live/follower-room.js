// A room for a follower: goes to each of the room's states unless the reader is exploring alone.

import { parts, same } from "./address.js";
import { FollowerBar } from "./bar.js";
import { ask, at, sit } from "./membership.js";
import { Stream } from "./stream.js";
import { Traveller } from "./travel.js";
import { here } from "./activity.js";

export class FollowerRoom {
  constructor(place, link) {
    Object.assign(this, { place, link, state: null, trouble: "", held: "" });
    this.wandering = Boolean(place.wandering) && place.role !== "window"; // a window has no bar to return with
    this.traveller = new Traveller(link, () => this.show());
    if (place.role !== "window") {
      this.bar = new FollowerBar(link.words, {
        wander: () => this.wander(),
        back: () => this.back(),
        leave: () => link.out(""),
      });
    }
    this.stream = new Stream(
      place,
      {
        state: (state) => this.heard(state),
        trouble: (problem) => {
          this.trouble = problem;
          this.show();
        },
        over: (problem) => link.out(problem),
      },
      (room) => ask(at(room)),
    );
    this.show();
  }

  /** Whether the presenter has not started yet. */
  get waiting() {
    return !this.state?.address;
  }

  heard(state) {
    const before = this.state;
    this.state = state;
    this.keep({ boot: state.boot });
    let news = "";
    if (state.address && !this.wandering) news = this.follow(state);
    else if (this.wandering && before && !same(before.address, state.address)) news = this.link.words.moved_on;
    this.show(news);
    this.link.show();
  }

  /** Go to the room's view. Returns the text to announce: another page's title; the map announces selections itself. */
  follow({ address, spread }) {
    const { places } = this.link.kit;
    const { path } = parts(address);
    const other = path !== parts(here()).path && Object.hasOwn(places, path);
    this.traveller.go(address, spread);
    return other ? this.link.words.now_at.replace("{title}", places[path].title) : "";
  }

  /** The address has changed: by following, or by the reader. A window cannot return by itself, so it is sent back. */
  moved() {
    const strayed = !this.wandering && this.state && !this.waiting && this.traveller.strayed();
    if (strayed && this.bar) {
      this.wander();
      return;
    }
    if (strayed) this.traveller.go(this.state.address);
    this.show();
  }

  wander() {
    this.wandering = true;
    this.traveller.leave();
    this.keep({ wandering: true });
    this.link.say(this.link.words.wandering);
    this.show();
  }

  back() {
    this.wandering = false;
    this.keep({ wandering: false });
    if (!this.waiting) this.traveller.go(this.state.address);
    this.link.say(this.link.words.following.replace("{code}", this.place.room));
    this.show();
  }

  keep(changes) {
    Object.assign(this.place, changes);
    sit(this.place);
  }

  /** Show the room's state. Announces `news`, and the bar's text when a pause or a problem starts or ends. */
  show(news = "") {
    const paused = this.state?.status === "paused";
    const state = this.wandering ? "wandering" : paused ? "paused" : this.waiting ? "waiting" : "following";
    const line = this.bar?.show({ state, trouble: this.trouble, code: this.place.room });
    const held = this.trouble || (state === "paused" ? state : "");
    const said = [held === this.held ? "" : line, news].filter(Boolean).join(" ");
    this.held = held;
    if (said) this.link.say(said);
    document.documentElement.classList.toggle("live-following", ["following", "paused"].includes(state));
    this.link.root.dataset.room = state;
    this.link.root.dataset.version = this.state?.version ?? 0;
    this.link.root.dataset.there = String(!this.waiting && !this.traveller.under && same(this.state.address, here()));
  }

  close() {
    this.stream.close();
    this.traveller.stop();
    document.documentElement.classList.remove("live-following");
  }
}

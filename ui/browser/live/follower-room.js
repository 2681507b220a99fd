// A room as a follower sees it: each state is gone to, unless the reader looks around.

import { here } from "./activity.js";
import { parts, same } from "./address.js";
import { FollowerBar } from "./bar.js";
import { ask, at, sit } from "./membership.js";
import { Stream } from "./stream.js";
import { Traveller } from "./travel.js";

export class FollowerRoom {
  constructor(place, link) {
    Object.assign(this, { place, link, state: null, trouble: "", held: "" });
    this.wandering = Boolean(place.wandering) && place.role !== "window"; // a window has no bar to come back by
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

  /** Whether the presenter has not begun. */
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

  /** Go along. Returns what to say: another page's title; what is chosen on this one the map says itself. */
  follow({ address, spread }) {
    const { places } = this.link.kit;
    const { path } = parts(address);
    const other = path !== parts(here()).path && Object.hasOwn(places, path);
    this.traveller.go(address, spread);
    return other ? this.link.words.now_at.replace("{title}", places[path].title) : "";
  }

  /** The address has changed: there, or the reader's own way. A window, which could not come back, has none. */
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

  /** Show what the room does. Said are `news`, and the bar's line where a pause or a trouble begins or is over. */
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

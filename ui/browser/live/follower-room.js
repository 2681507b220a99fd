// A room as a follower sees it: each of its states is gone to, unless the reader looks around.

import { here } from "./activity.js";
import { parts, same } from "./address.js";
import { FollowerBar } from "./bar.js";
import { saveMembership } from "./membership.js";
import { request, roomPath } from "./room-api.js";
import { Stream } from "./stream.js";
import { Traveller } from "./travel.js";

export class FollowerRoom {
  /**
   * @param {Membership} member
   * @param {import("./link.js").LiveLink} link
   */
  constructor(member, link) {
    const inWindow = member.role === "window"; // the projector's window has no bar to come back by
    this.member = member;
    this.link = link;
    /** @type {RoomState | null} */
    this.state = null;
    /** @type {Trouble} */
    this.trouble = "";
    this.announced = "";
    this.wandering = Boolean(member.wandering) && !inWindow;
    this.traveller = new Traveller(link, () => this.show());
    this.bar = inWindow
      ? null
      : new FollowerBar(link.words, {
          wander: () => this.wander(),
          back: () => this.back(),
          leave: () => link.leaveRoom(""),
        });
    this.stream = new Stream(
      member,
      {
        state: (state) => this.heard(state),
        trouble: (problem) => {
          this.trouble = problem;
          this.show();
        },
        over: (problem) => link.leaveRoom(problem),
      },
      (room) => request(roomPath(room)),
    );
    this.show();
  }

  /** Whether the presenter has not begun. */
  get waiting() {
    return !this.state?.address;
  }

  /** @param {RoomState} state */
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

  /**
   * Go along. Returns what to announce: another page's title; what is selected on this one the map announces itself.
   * @param {RoomState} state
   */
  follow({ address, spread }) {
    const { places } = this.link.kit;
    const { path } = parts(address);
    const otherPage = path !== parts(here()).path && Object.hasOwn(places, path);
    this.traveller.go(address, spread);
    return otherPage ? this.link.words.now_at.replace("{title}", places[path].title) : "";
  }

  /** The address has changed: on the way, or the reader strayed. The projector's window then goes back to the room. */
  moved() {
    if (!this.wandering && this.state?.address && this.traveller.strayed()) {
      if (this.bar) {
        this.wander();
        return;
      }
      this.traveller.go(this.state.address);
    }
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
    if (this.state?.address) this.traveller.go(this.state.address);
    this.link.say(this.link.words.following.replace("{code}", this.member.room));
    this.show();
  }

  /** @param {Partial<Membership>} changes */
  keep(changes) {
    Object.assign(this.member, changes);
    saveMembership(this.member);
  }

  /** What the room does, for this reader. */
  get doing() {
    if (this.wandering) return "wandering";
    if (this.state?.status === "paused") return "paused";
    return this.waiting ? "waiting" : "following";
  }

  /** Show what the room does; announce `news`, and the bar's line where a pause or a trouble begins or is over. */
  show(news = "") {
    const { doing, trouble } = this;
    const line = this.bar?.show({ state: doing, trouble, code: this.member.room });
    const state = trouble || (doing === "paused" ? doing : "");
    const said = [state === this.announced ? "" : line, news].filter(Boolean).join(" ");
    this.announced = state;
    if (said) this.link.say(said);
    const following = doing === "following" || doing === "paused";
    document.documentElement.classList.toggle("live-following", following);
    const there = this.state?.address && !this.traveller.under && same(this.state.address, here());
    this.link.root.dataset.room = doing;
    this.link.root.dataset.version = String(this.state?.version ?? 0);
    this.link.root.dataset.there = String(Boolean(there));
  }

  close() {
    this.stream.close();
    this.traveller.stop();
    document.documentElement.classList.remove("live-following");
  }
}

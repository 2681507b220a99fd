// The story of the picture: back, next and play, and the line inside the picture that says who was studied.

import { element, modified, textElement } from "../page/dom.js";
import { counted } from "../page/plural.js";
import { next, stay } from "./story-timing.js";

/** @typedef {"back" | "next" | "play" | "leave"} ButtonName */

export class Story {
  /** @param {(id: string) => void} goTo called with the moment that the reader asks for, empty for none */
  constructor(goTo) {
    this.goTo = goTo;
    this.id = "";
    /** @type {Moment[]} */
    this.moments = [];
    /** @type {StoryWords | null} */
    this.text = null;
    this.playing = false;
    /** @type {Timer | undefined} */
    this.timer = undefined;
    this.band = element("p", "map-band", { hidden: "" });
    this.bar = element("div", "map-story", { role: "group", hidden: "" });
    this.buttons = {
      back: this.button("back", () => this.step(-1)),
      next: this.button("next", () => this.step(1)),
      play: this.button("play", () => this.play(!this.playing)),
      leave: this.button("leave", () => this.go("")),
    };
    this.place = element("span", "map-story-place");
    const { back, next: forth, play, leave } = this.buttons;
    this.bar.append(back, forth, play, this.place, leave);
    this.bar.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.play(false);
    });
  }

  /**
   * @param {ButtonName} name
   * @param {() => void} act
   */
  button(name, act) {
    const made = element("button", `map-story-${name}`, { type: "button", "data-story": name });
    made.addEventListener("click", act);
    return made;
  }

  /** The current moment, if there is one. */
  get moment() {
    return this.moments.find((one) => one.id === this.id);
  }

  /** What is read out at a moment. */
  get spoken() {
    const { moment, place } = this;
    return moment ? `${place.textContent}: ${moment.title}. ${moment.text}` : "";
  }

  /**
   * Take over the moments and words of a level, on a page that has the story.
   * @param {Bundle} bundle
   * @param {boolean} onPage
   */
  read({ story, text }, onPage) {
    this.moments = onPage ? story : [];
    this.text = text.story;
    this.bar.hidden = !this.moments.length;
    if (this.moments.length) this.bar.setAttribute("aria-label", text.story.label);
  }

  /**
   * Bring buttons and band up to the moment `id`.
   * @param {string} id
   */
  show(id) {
    if (!this.moments.some((one) => one.id === id)) this.play(false);
    this.id = id;
    const { moment, text, buttons } = this;
    this.band.hidden = !moment;
    const count = this.moments.length;
    if (!count || !text) return;
    const number = moment ? this.moments.indexOf(moment) + 1 : 0;
    for (const only of [buttons.back, buttons.leave, this.place]) only.hidden = !moment;
    buttons.back.textContent = text.back;
    buttons.next.textContent = moment ? text.next : counted(text.start, count);
    buttons.play.textContent = this.playing ? text.pause : text.play;
    buttons.leave.textContent = text.leave_short;
    buttons.leave.setAttribute("aria-label", text.leave);
    buttons.back.setAttribute("aria-disabled", String(number <= 1));
    buttons.next.setAttribute("aria-disabled", String(number === count));
    this.place.textContent = text.place.replace("{number}", String(number)).replace("{count}", String(count));
    if (!moment) return;
    const title = textElement("strong", `${number} · ${moment.title}`);
    const seen = textElement("span", text.seen.replace("{seen}", moment.seen), "map-seen");
    this.band.replaceChildren(title, seen);
  }

  /**
   * Go on, or back.
   * @param {number} by
   */
  step(by) {
    this.play(false);
    const id = next(this.moments, this.id, by);
    if (id) this.goTo(id);
  }

  /**
   * Go to the moment `id`, or leave the story.
   * @param {string} id
   */
  go(id) {
    this.play(false);
    if (id === this.id) return;
    if (!id && this.bar.contains(document.activeElement)) this.buttons.next.focus();
    this.goTo(id);
  }

  /**
   * Start or stop going on by itself.
   * @param {boolean} on
   */
  play(on) {
    clearTimeout(this.timer);
    if (this.playing === on) return;
    this.playing = on;
    if (on) this.goTo(next(this.moments, this.id, 1) ?? this.moments[0].id);
    this.show(this.id);
    if (on) this.wait();
  }

  /** Wait while the moment is read, then go on; at the end the story stays where it is. */
  wait() {
    const { moment } = this;
    if (!moment) return;
    this.timer = setTimeout(() => {
      const id = next(this.moments, this.id, 1);
      if (!id) {
        this.play(false);
        return;
      }
      this.goTo(id);
      this.wait();
    }, stay(moment));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (modified(event) || !this.answers(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Do what a key asks for; returns whether it asks for anything.
   * @param {string} key
   */
  answers(key) {
    const { moments } = this;
    if (key === "ArrowRight") this.step(1);
    else if (key === "ArrowLeft") this.step(-1);
    else if (key === "Home") this.go(moments[0].id);
    else if (key === "End") this.go(moments[moments.length - 1].id);
    else if (key === "Escape") this.go("");
    else return false;
    return true;
  }
}

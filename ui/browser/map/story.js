// The story of the picture: back, next and play, and the line inside the picture that says who was studied.

import { element } from "../page/dom.js";
import { counted } from "../page/plural.js";
import { next, stay } from "./story-timing.js";

export class Story {
  /** `told` is called with the id of the moment that the reader asks for, empty for none. */
  constructor(told) {
    this.told = told;
    this.id = "";
    this.moments = [];
    this.band = element("p", "map-band", { hidden: "" });
    this.bar = element("div", "map-story", { role: "group", hidden: "" });
    const button = (name, act) => {
      const made = element("button", `map-story-${name}`, { type: "button", "data-story": name });
      made.addEventListener("click", () => act());
      return made;
    };
    this.buttons = {
      back: button("back", () => this.step(-1)),
      next: button("next", () => this.step(1)),
      play: button("play", () => this.play(!this.playing)),
      leave: button("leave", () => this.go("")),
    };
    this.place = element("span", "map-story-place");
    const { back, next: on, play, leave } = this.buttons;
    this.bar.append(back, on, play, this.place, leave);
    this.bar.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.play(false));
  }

  /** The moment that is told now, if one is. */
  get moment() {
    return this.moments.find((one) => one.id === this.id);
  }

  /** What is read out when a moment is told. */
  get spoken() {
    return `${this.place.textContent}: ${this.moment.title}. ${this.moment.text}`;
  }

  /** Take over the moments and words of a level, if the page tells the story. */
  read({ story = [], text }, told) {
    this.moments = told ? story : [];
    this.text = text.story;
    this.bar.hidden = !this.moments.length;
    if (this.moments.length) this.bar.setAttribute("aria-label", this.text.label);
  }

  /** Bring buttons and band up to the moment `id`. */
  show(id) {
    if (!this.moments.some((one) => one.id === id)) this.play(false);
    this.id = id;
    const { moment, text, buttons } = this;
    this.band.hidden = !moment;
    if (!this.moments.length) return;
    const number = this.moments.indexOf(moment) + 1;
    const count = this.moments.length;
    buttons.back.hidden = buttons.leave.hidden = this.place.hidden = !moment;
    buttons.back.textContent = text.back;
    buttons.next.textContent = moment ? text.next : counted(text.start, count);
    buttons.play.textContent = this.playing ? text.pause : text.play;
    buttons.leave.textContent = text.leave_short;
    buttons.leave.setAttribute("aria-label", text.leave);
    buttons.back.setAttribute("aria-disabled", String(number <= 1));
    buttons.next.setAttribute("aria-disabled", String(number === count));
    this.place.textContent = text.place.replace("{number}", number).replace("{count}", count);
    if (!moment) return;
    const [title, seen] = [element("strong", ""), element("span", "map-seen")];
    title.textContent = `${number} · ${moment.title}`;
    seen.textContent = text.seen.replace("{seen}", moment.seen);
    this.band.replaceChildren(title, seen);
  }

  /** Go on, or back. */
  step(by) {
    this.play(false);
    const id = next(this.moments, this.id, by);
    if (id) this.told(id);
  }

  /** Go to the moment `id`, or leave the story. */
  go(id) {
    this.play(false);
    if (id === this.id) return;
    if (!id && this.bar.contains(document.activeElement)) this.buttons.next.focus();
    this.told(id);
  }

  /** Start or stop going on by itself. */
  play(on) {
    clearTimeout(this.timer);
    if (this.playing === on) return;
    this.playing = on;
    if (on) this.told(next(this.moments, this.id, 1) ?? this.moments[0].id);
    this.show(this.id);
    if (on) this.wait();
  }

  /** Wait while the moment is read, then go on; at the end the story stays where it is. */
  wait() {
    this.timer = setTimeout(() => {
      const id = next(this.moments, this.id, 1);
      if (!id) {
        this.play(false);
        return;
      }
      this.told(id);
      this.wait();
    }, stay(this.moment));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      ArrowRight: () => this.step(1),
      ArrowLeft: () => this.step(-1),
      Home: () => this.go(this.moments[0].id),
      End: () => this.go(this.moments.at(-1).id),
      Escape: () => this.go(""),
    };
    if (!acts[event.key]) return;
    acts[event.key]();
    event.preventDefault();
    event.stopPropagation();
  }
}

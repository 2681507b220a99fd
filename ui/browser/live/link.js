// The live link where it is needed: takes this tab's place in a room up again, and shows its bar, desk or join box.

import { once } from "../page/load.js";
import { here, watch } from "./activity.js";
import { know } from "./address.js";
import { DriverRoom } from "./driver-room.js";
import { FollowerRoom } from "./follower-room.js";
import { desk, framed, joined, joining, opening } from "./lobby.js";
import { ask, at, seat, sit, stand } from "./membership.js";
import "./style.js";
import { Voice } from "../page/announce.js";
import { element } from "../page/dom.js";

const links = new WeakMap();
const inFrame = window.top !== window.self;
const OVER = ["ended", "not-found", "not-yours"]; // what else an end is refused for may be over in a moment

/** Draw, or bring up to date, the live link in the component's element. */
export function draw(component) {
  const root = component.parentElement.querySelector("[data-live]");
  if (!root) return;
  if (!links.has(root)) links.set(root, new LiveLink(root));
  links.get(root).update(component);
}

/** Let go of the room where the element has gone. Streamlit also calls this for one that stays. */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-live]");
  setTimeout(() => {
    if (root && !root.isConnected && links.has(root)) links.get(root).close();
  });
}

class LiveLink {
  constructor(root) {
    this.root = root;
    this.voice = new Voice();
    this.box = element("div", "live-place");
    this.foot = element("div", "live-foot");
    root.replaceChildren(this.box, this.foot, this.voice.region);
    this.stop = watch(() => this.room?.moved(here()));
    this.keys = (event) => this.room?.key?.(event);
    addEventListener("keydown", this.keys);
  }

  async update(component) {
    this.component = component;
    const { base, level, path, lobby } = component.data;
    const kit = await once(`${base}/live-${level}.json`, "json");
    if (this.component.data.level !== level || this.component.data.path !== path) return; // a later run overtook this one
    const changed = this.level !== level;
    if (this.path !== path && seat()) this.trouble = ""; // a refusal stays on the page where it was met
    Object.assign(this, { kit, words: kit.words, level, path, lobby });
    know(kit);
    if (inFrame) {
      if (lobby) this.place(framed(this.words));
      return;
    }
    if (changed && this.room) this.rejoin();
    else this.arrive();
    this.root.dataset.ready = path || "/";
  }

  /** Take up the place that this tab has, or the one that the address asks for. */
  arrive() {
    const asked = new URLSearchParams(location.search);
    const code = this.lobby === "join" ? (asked.get("room") ?? "").replace(/[\s-]/g, "").toUpperCase() : "";
    const place = seat();
    if (code && place?.room !== code && place?.role !== "driver")
      this.join(code, asked.get("as") === "window" ? "window" : "follower");
    else if (place && !this.room) this.rejoin();
    this.show();
  }

  rejoin() {
    this.room?.close();
    const place = seat();
    const Room = place.role === "driver" ? DriverRoom : FollowerRoom;
    this.room = new Room(place, this);
    this.foot.replaceChildren(...(this.room.bar ? [this.room.bar.box] : []));
    document.documentElement.classList.toggle("live-window", place.role === "window");
    document.documentElement.classList.toggle("live-on", Boolean(this.room.bar));
  }

  /** The reader's level as a query. */
  get query() {
    return this.level === "student" ? "" : `?level=${this.level}`;
  }

  /** The view that the last whole run of the page was of. */
  get brought() {
    return this.component.data.at;
  }

  /** Ask the server for the page at `address`, in one run. */
  run(address) {
    this.component.setTriggerValue("go", address);
  }

  say(words) {
    this.voice.say(words);
  }

  /** Be in no room any more, and say why. */
  out(trouble = "unreachable") {
    this.room?.close();
    this.room = null;
    stand();
    this.trouble = trouble;
    this.asked();
    this.foot.replaceChildren();
    document.documentElement.classList.remove("live-on", "live-window");
    if (trouble) {
      this.say(this.words.problems[trouble] ?? this.words.problems.unreachable);
      if (!this.lobby) this.farewell(trouble);
    }
    this.show();
  }

  /** Say why something was refused. Whoever is in a room stays there: the token that drives it is kept nowhere else. */
  refused(trouble = "unreachable") {
    this.trouble = trouble;
    this.asked();
    if (seat() && !this.room) this.rejoin();
    this.say(this.words.problems[trouble] ?? this.words.problems.unreachable);
    this.show();
  }

  /** The room that the address asks for has been tried; let no later run join it again. */
  asked() {
    if (this.lobby === "join") history.replaceState(history.state, "", `./${this.path}${this.query}`);
  }

  /** On any other page the end of a room is said in the place of its bar. */
  farewell(trouble) {
    const box = element("section", "live-bar", { "aria-label": this.words.bar });
    const said = element("p", "live-says");
    said.textContent = this.words.problems[trouble] ?? this.words.problems.unreachable;
    const close = element("button", "tool", { type: "button" });
    close.textContent = this.words.close;
    close.addEventListener("click", () => {
      this.foot.replaceChildren();
      document.documentElement.classList.remove("live-on");
    });
    box.append(said, close);
    this.foot.replaceChildren(box);
    document.documentElement.classList.add("live-on");
  }

  sit(place) {
    this.trouble = "";
    sit(place);
    this.rejoin();
    this.show();
  }

  async join(typed, role = "follower") {
    const code = typed.replace(/[\s-–]/g, "").toUpperCase();
    const { ok, body } = await ask(at(code));
    if (!ok || body.full || body.status === "ended") {
      this.typed = code;
      this.refused(ok ? (body.full ? "full" : "ended") : body.problem);
    } else this.sit({ room: body.room, role, version: 0, boot: body.boot });
  }

  async open() {
    const { ok, body } = await ask("", {});
    if (ok) this.drive(body);
    else this.refused(body.problem);
  }

  async take(room, key) {
    const code = room.replace(/[\s-–]/g, "").toUpperCase();
    const { ok, body } = await ask(`${at(code)}/take`, { key });
    if (ok) this.drive(body);
    else this.refused(body.problem);
  }

  drive({ room, token, version, boot }) {
    this.sit({ room, role: "driver", token, version, boot, began: Date.now(), stop: 0 });
  }

  async end() {
    const { room, token } = seat();
    const { ok, body } = await ask(`${at(room)}/end`, { token });
    if (ok) this.out("ended");
    else if (OVER.includes(body.problem)) this.out(body.problem);
    else this.refused(body.problem);
  }

  async offer() {
    const { room, token } = seat();
    const { ok, body } = await ask(`${at(room)}/offer`, { token });
    this.key = ok ? body.key : null;
    if (ok) this.say(this.words.key_said.replace("{key}", [...body.key].join(" ")));
    else this.say(this.words.problems[body.problem] ?? this.words.problems.unreachable);
    this.show(true);
  }

  /** Show what belongs on the pages of the live link; elsewhere nothing but the bar. */
  show(anew = false) {
    const place = seat();
    const { words, path, lobby } = this;
    const driving = place?.role === "driver";
    const waiting = this.room?.waiting ?? true;
    const state = JSON.stringify([
      path,
      this.level,
      place?.room,
      place?.role,
      this.trouble,
      this.key,
      this.ending,
      waiting,
    ]);
    if (state === this.shown && !anew) return;
    this.shown = state;
    const acts = {
      open: () => this.open(),
      take: (room, key) => this.take(room, key),
      join: (code) => this.join(code),
      begin: () => this.room.begin(),
      offer: () => this.offer(),
      end: () => this.end(),
      ask: () => {
        this.ending = true;
        this.show();
      },
      keep: () => {
        [this.ending, this.trouble] = [false, ""];
        this.show();
      },
    };
    const { trouble, key, query, ending } = this;
    if (lobby === "open" && driving) this.place(desk(words, acts, { code: place.room, key, query, ending, trouble }));
    else if (lobby === "open") this.place(opening(words, acts, trouble));
    else if (lobby === "join" && place && !driving) this.place(joined(words, { code: place.room, waiting, trouble }));
    else if (lobby === "join") this.place(joining(words, acts, trouble, this.typed));
    else this.place(null);
  }

  place(box) {
    const held = this.box.contains(document.activeElement);
    this.box.replaceChildren(...(box ? [box] : []));
    if (held) this.box.querySelector(".live-danger, .live-main, button")?.focus();
  }

  close() {
    this.stop();
    removeEventListener("keydown", this.keys);
    this.room?.close();
    this.room = null;
  }
}

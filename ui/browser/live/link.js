// The live link where it is needed: takes up this tab's membership of a room again, and shows its bar or its lobby.

import { Announcer } from "../page/announce.js";
import { element, textElement } from "../page/dom.js";
import { fetchOnce } from "../page/load.js";
import { here, onAddressChange } from "./activity.js";
import { know } from "./address.js";
import { button, problemText } from "./bar.js";
import { DriverRoom } from "./driver-room.js";
import { FollowerRoom } from "./follower-room.js";
import { framed } from "./lobby.js";
import { LobbyPage } from "./lobby-page.js";
import { clearMembership, membership, saveMembership } from "./membership.js";
import { request, roomPath } from "./room-api.js";
import "./style.js";

const inFrame = window.top !== window.self;
const OVER = ["ended", "not-found", "not-yours"]; // any other reason why a room could not be ended may pass

/** @type {WeakMap<Element, LiveLink>} */
const links = new WeakMap();
/** @type {WeakMap<Element, LiveData>} */
const latest = new WeakMap();

/**
 * Draw, or bring up to date, the live link in the component's element.
 * @param {Component<LiveData>} component
 */
export async function draw(component) {
  /** @type {HTMLElement | null} */
  const root = component.parentElement.querySelector("[data-live]");
  if (!root) return;
  const { data } = component;
  latest.set(root, data);
  /** @type {Kit} */
  const kit = await fetchOnce(`${data.base}/live-${data.level}.json`, "json");
  if (latest.get(root) !== data) return; // a later run overtook this one
  const link = links.get(root) ?? new LiveLink(root, component, kit);
  links.set(root, link);
  link.update(component, kit);
}

/**
 * Let go of the room where the element has gone. Streamlit also calls this for an element that stays.
 * @param {Element} parentElement
 */
export function leave(parentElement) {
  const root = parentElement.querySelector("[data-live]");
  setTimeout(() => {
    if (root && !root.isConnected) links.get(root)?.close();
  });
}

/**
 * A room's code as it was typed, without what is typed for looks.
 * @param {string} typed
 */
const asCode = (typed) => typed.replace(/[\s\-–]/g, "").toUpperCase();

export class LiveLink {
  /**
   * @param {HTMLElement} root
   * @param {Component<LiveData>} component
   * @param {Kit} kit
   */
  constructor(root, component, kit) {
    this.root = root;
    this.component = component;
    this.kit = kit;
    /** @type {DriverRoom | FollowerRoom | null} */
    this.room = null;
    /** @type {Level | null} */
    this.level = null;
    this.path = component.data.path;
    /** @type {Trouble} */
    this.trouble = "";
    this.typed = ""; // the code that was refused
    /** @type {string | null} */
    this.key = null; // with which another may take over
    this.announcer = new Announcer();
    this.lobbyPage = new LobbyPage(this);
    this.foot = element("div", "live-foot");
    root.replaceChildren(this.lobbyPage.place, this.foot, this.announcer.region);
    this.stopWatching = onAddressChange(() => this.room?.moved(here()));
    /** @param {KeyboardEvent} event */
    this.onKey = (event) => {
      if (this.room instanceof DriverRoom) this.room.key(event);
    };
    addEventListener("keydown", this.onKey);
  }

  /**
   * Take over what a run of the page sent.
   * @param {Component<LiveData>} component
   * @param {Kit} kit
   */
  update(component, kit) {
    const { level, path } = component.data;
    const changed = this.level !== level;
    if (this.path !== path && membership()) this.trouble = ""; // a refusal stays on the page where it was met
    this.component = component;
    this.kit = kit;
    this.level = level;
    this.path = path;
    know(kit);
    if (inFrame) {
      if (this.lobby) this.lobbyPage.put(framed(this.words));
      return;
    }
    if (changed && this.room) this.rejoin();
    else this.arrive();
    this.root.dataset.ready = path || "/";
  }

  get words() {
    return this.kit.words;
  }

  /** What the page is there for, if it is one of the live link itself. */
  get lobby() {
    return this.component.data.lobby;
  }

  /** The view that the last whole run of the page was of. */
  get brought() {
    return this.component.data.at;
  }

  /** The reader's level as a query. */
  get query() {
    return this.level === "student" ? "" : `?level=${this.level}`;
  }

  /** Take up this tab's membership, or join the room that the address asks for. */
  arrive() {
    const asked = new URLSearchParams(location.search);
    const code = this.lobby === "join" ? asCode(asked.get("room") ?? "") : "";
    const member = membership();
    if (code && member?.room !== code && member?.role !== "driver") {
      this.join(code, asked.get("as") === "window" ? "window" : "follower");
    } else if (member && !this.room) this.rejoin();
    this.show();
  }

  rejoin() {
    const member = membership();
    if (!member) return;
    this.room?.close();
    this.room = member.role === "driver" ? new DriverRoom(member, this) : new FollowerRoom(member, this);
    const { bar } = this.room;
    this.foot.replaceChildren(...(bar ? [bar.box] : []));
    document.documentElement.classList.toggle("live-window", member.role === "window");
    document.documentElement.classList.toggle("live-on", Boolean(bar));
  }

  /**
   * Ask the server for the page at `address`, in one run.
   * @param {string} address
   */
  run(address) {
    this.component.setTriggerValue("go", address);
  }

  /** @param {string} words */
  say(words) {
    this.announcer.say(words);
  }

  /** Be in no room any more, and say why. */
  leaveRoom(trouble = "unreachable") {
    this.room?.close();
    this.room = null;
    clearMembership();
    this.trouble = trouble;
    this.clearAddress();
    this.foot.replaceChildren();
    document.documentElement.classList.remove("live-on", "live-window");
    if (trouble) {
      this.say(problemText(this.words, trouble));
      if (!this.lobby) this.showEnd(trouble);
    }
    this.show();
  }

  /** Say why something was refused. A member stays one: the token of a presenter is kept nowhere else. */
  refused(trouble = "unreachable") {
    this.trouble = trouble;
    this.clearAddress();
    if (!this.room) this.rejoin();
    this.say(problemText(this.words, trouble));
    this.show();
  }

  /** The room that the address asks for has been tried; let no later run join it again. */
  clearAddress() {
    if (this.lobby === "join") history.replaceState(history.state, "", `./${this.path}${this.query}`);
  }

  /**
   * On any other page the end of a room is shown in place of its bar.
   * @param {Trouble} trouble
   */
  showEnd(trouble) {
    const box = element("section", "live-bar", { "aria-label": this.words.bar });
    const close = button(this.words.close, () => {
      this.foot.replaceChildren();
      document.documentElement.classList.remove("live-on");
    });
    box.append(textElement("p", problemText(this.words, trouble), "live-says"), close);
    this.foot.replaceChildren(box);
    document.documentElement.classList.add("live-on");
  }

  /** @param {Membership} member */
  enter(member) {
    this.trouble = "";
    saveMembership(member);
    this.rejoin();
    this.show();
  }

  /**
   * @param {string} typed
   * @param {"follower" | "window"} role
   */
  async join(typed, role = "follower") {
    const code = asCode(typed);
    const { ok, body } = await request(roomPath(code));
    const problem = !ok ? body.problem : body.full ? "full" : body.status === "ended" ? "ended" : "";
    if (problem === "") this.enter({ room: body.room ?? code, role, version: 0, boot: body.boot ?? "" });
    else {
      this.typed = code;
      this.refused(problem);
    }
  }

  async open() {
    this.drive(await request("", {}));
  }

  /**
   * Take over a room with the key that its presenter gave.
   * @param {string} typed
   * @param {string} key
   */
  async take(typed, key) {
    this.drive(await request(`${roomPath(asCode(typed))}/take`, { key }));
  }

  /**
   * Control the room that the server gave, or say why it gave none.
   * @param {RoomAnswer} answer
   */
  drive({ ok, body }) {
    if (!ok) {
      this.refused(body.problem);
      return;
    }
    const { room = "", token = "", version = 0, boot = "" } = body;
    this.enter({ room, role: "driver", token, version, boot, began: Date.now(), stop: 0 });
  }

  async end() {
    const { ok, body } = await this.asPresenter("end");
    if (ok) this.leaveRoom("ended");
    else if (OVER.includes(body.problem ?? "")) this.leaveRoom(body.problem);
    else this.refused(body.problem);
  }

  /** Make a key with which another may take over. */
  async offer() {
    const { ok, body } = await this.asPresenter("offer");
    this.key = (ok && body.key) || null;
    if (this.key) this.say(this.words.key_said.replace("{key}", [...this.key].join(" ")));
    else this.say(problemText(this.words, body.problem));
    this.show(true);
  }

  /**
   * Ask for something that only the presenter may do.
   * @param {"end" | "offer"} what
   */
  asPresenter(what) {
    const { room = "", token } = membership() ?? {};
    return request(`${roomPath(room)}/${what}`, { token });
  }

  /** Show what belongs on the pages of the live link, even where nothing has changed if by `force`. */
  show(force = false) {
    this.lobbyPage.show(force);
  }

  close() {
    this.stopWatching();
    removeEventListener("keydown", this.onKey);
    this.room?.close();
    this.room = null;
  }
}

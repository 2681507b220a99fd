// What of an address a room shares, and what belongs to the reader; `ui/live/shared_address.py` is its twin. The server
// says which parameters and pages those are.

import { selected } from "../page/set.js";

/** @type {string[]} */
let own = []; // parameters that belong to the reader
/** @type {string[]} */
let held = []; // parameters that only a whole run of the page can change
/** @type {Kit["lobbies"]} */
let lobbies = {}; // pages of the live link itself, by what they are for

/**
 * Take over from the server's kit which parameters belong to the reader, and the paths of the live link's pages.
 * @param {Pick<Kit, "own" | "bound" | "lobbies">} kit
 */
export function know(kit) {
  own = kit.own;
  held = kit.bound;
  lobbies = kit.lobbies;
}

/**
 * The path of the page of the live link that is there to open or to join a room.
 * @param {LobbyPurpose} purpose
 */
export const lobby = (purpose) => lobbies[purpose];

/**
 * Whether only a whole run of the page can change a parameter.
 * @param {string} name
 */
export const bound = (name) => held.includes(name);

/** @typedef {[name: string, value: string][]} Pairs */

/**
 * A query as Python's urlencode writes it, with commas as they are.
 * @param {Pairs} pairs
 */
function written(pairs) {
  /** @param {string} text */
  const spelt = (text) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "+")
      .replaceAll("%2C", ",");
  return pairs.map(([name, value]) => `${spelt(name)}=${spelt(value)}`).join("&");
}

/** @param {string} address */
function split(address) {
  const [path, query = ""] = address.split(/\?(.*)/s);
  return { path, pairs: [...new URLSearchParams(query)] };
}

/**
 * @param {string} path
 * @param {Pairs} pairs
 */
const joined = (path, pairs) => (pairs.length ? `${path}?${written(pairs)}` : path);

/**
 * The part of an address that a room shares; empty for the pages of the live link itself.
 * @param {string} address
 */
export function shared(address) {
  const { path, pairs } = split(address);
  if (Object.values(lobbies).includes(path.slice(1))) return "";
  return joined(
    path,
    pairs.filter(([name]) => !own.includes(name)),
  );
}

/**
 * The room's address as the reader at `theirs` sees it: all of it, and what belongs to the reader.
 * @param {string} address
 * @param {string} theirs
 */
export function merged(address, theirs) {
  const { path, pairs } = split(address);
  const kept = split(theirs).pairs.filter(([name]) => own.includes(name));
  return joined(path, [...pairs.filter(([name]) => !own.includes(name)), ...kept]);
}

/**
 * Whether two addresses show the same, whatever the order of their parameters, and for any reader.
 * @param {string} one
 * @param {string} other
 */
export function same(one, other) {
  /** @param {string} address */
  const key = (address) => {
    const { path, pairs } = split(address);
    const rest = pairs.filter(([name, value]) => !own.includes(name) && value !== "");
    return JSON.stringify([path, rest.map((pair) => JSON.stringify(pair)).sort()]);
  };
  return key(one) === key(other);
}

/**
 * Page, focus as the map calls it, moment of the story, closer picture and lens of an address.
 * @param {string} address
 */
export function parts(address) {
  const { path, pairs } = split(address);
  const known = Object.fromEntries([...pairs].reverse());
  const focus = selected({ node: known.node ?? "", edge: known.edge ?? "" });
  return { path: path.slice(1), focus, moment: known.step ?? "", view: known.view ?? "", lens: known.lens ?? "all" };
}

/**
 * What leads from one address to another of the same page, and takes back what else is `asked` for.
 * @param {string} from
 * @param {string} to
 * @param {Changes} asked
 * @returns {Changes}
 */
export function changes(from, to, asked = {}) {
  /** @param {string} address */
  const shared = (address) => split(address).pairs.filter(([name]) => !own.includes(name));
  const now = Object.fromEntries(shared(from));
  const then = Object.fromEntries(shared(to));
  const names = Object.keys({ ...now, ...then, ...asked }).filter((name) => !own.includes(name));
  /** @param {string} name */
  const differs = (name) => (now[name] ?? "") !== (then[name] ?? "") || name in asked;
  return Object.fromEntries(names.filter(differs).map((name) => [name, then[name] ?? ""]));
}

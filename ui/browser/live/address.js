// What of an address a room shares, and what belongs to the reader; `ui/live/shared_address.py` is its twin. The server
// says which parameters and pages those are.

import { selected } from "../page/set.js";

let own = []; // parameters that belong to the reader
let held = []; // parameters that only a whole run of the page can change
let lobbies = {}; // pages of the live link itself, by what they are for

/** Take over from the server's `kit` whose the parameters are, and where the pages of the live link lie. */
export function know(kit) {
  own = kit.own;
  held = kit.bound;
  lobbies = kit.lobbies;
}

/** The path of the page of the live link that is there to "open" or to "join" a room. */
export const lobby = (purpose) => lobbies[purpose];

/** Whether only a whole run of the page can change a parameter. */
export const bound = (name) => held.includes(name);

/** A query as Python's urlencode writes it, with commas as they are. */
function written(pairs) {
  const spelt = (text) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "+")
      .replaceAll("%2C", ",");
  return pairs.map(([name, value]) => `${spelt(name)}=${spelt(value)}`).join("&");
}

function split(address) {
  const [path, query = ""] = address.split(/\?(.*)/s);
  return { path, pairs: [...new URLSearchParams(query)] };
}

const joined = (path, pairs) => (pairs.length ? `${path}?${written(pairs)}` : path);

/** The part of `address` that a room shares; empty for the pages of the live link itself. */
export function shared(address) {
  const { path, pairs } = split(address);
  if (Object.values(lobbies).includes(path.slice(1))) return "";
  return joined(
    path,
    pairs.filter(([name]) => !own.includes(name)),
  );
}

/** The room's `address` as the reader at `theirs` sees it: all of it, and what belongs to the reader. */
export function merged(address, theirs) {
  const { path, pairs } = split(address);
  const kept = split(theirs).pairs.filter(([name]) => own.includes(name));
  return joined(path, [...pairs.filter(([name]) => !own.includes(name)), ...kept]);
}

/** Whether two addresses show the same, whatever the order of their parameters and whoever reads. */
export function same(one, other) {
  const key = (address) => {
    const { path, pairs } = split(address);
    const rest = pairs.filter(([name, value]) => !own.includes(name) && value !== "");
    return JSON.stringify([path, rest.map((pair) => JSON.stringify(pair)).sort()]);
  };
  return key(one) === key(other);
}

/** Page, focus as the map calls it, moment of the story, closer picture and lens of `address`. */
export function parts(address) {
  const { path, pairs } = split(address);
  const known = Object.fromEntries([...pairs].reverse());
  const focus = selected({ node: known.node ?? "", edge: known.edge ?? "" });
  return { path: path.slice(1), focus, told: known.step ?? "", view: known.view ?? "", lens: known.lens ?? "all" };
}

/** What leads from one address to another of the same page, and takes back what is `asked` for beside it. */
export function changes(from, to, asked = {}) {
  const shared = (address) => split(address).pairs.filter(([name]) => !own.includes(name));
  const now = Object.fromEntries(shared(from));
  const then = Object.fromEntries(shared(to));
  const names = Object.keys({ ...now, ...then, ...asked }).filter((name) => !own.includes(name));
  const differs = (name) => (now[name] ?? "") !== (then[name] ?? "") || name in asked;
  return Object.fromEntries(names.filter(differs).map((name) => [name, then[name] ?? ""]));
}

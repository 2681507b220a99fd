// The part of an address that a room shares, and the part that belongs to the reader. The counterpart on the server is
// `ui/live/shared_address.py`; the server sends the names of those parameters and pages.

import { selected } from "../page/set.js";

let own = []; // parameters that belong to the reader
let held = []; // parameters that only a full run of the page can change
let lobbies = {}; // the live link's own pages, by purpose

/** Read from the server's `kit` which parameters belong to whom, and where the live link's pages are. */
export function know(kit) {
  own = kit.own;
  held = kit.bound;
  lobbies = kit.lobbies;
}

/** The path of the live link's page for `purpose`: "open" or "join" a room. */
export const lobby = (purpose) => lobbies[purpose];

/** Whether only a full run of the page can change a parameter. */
export const bound = (name) => held.includes(name);

/** A query string as Python's urlencode writes it, but with unescaped commas. */
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

/** The part of `address` that a room shares; empty for the live link's own pages. */
export function shared(address) {
  const { path, pairs } = split(address);
  if (Object.values(lobbies).includes(path.slice(1))) return "";
  return joined(
    path,
    pairs.filter(([name]) => !own.includes(name)),
  );
}

/** The room's `address` with the own parameters of the reader, who is at the address `theirs`. */
export function merged(address, theirs) {
  const { path, pairs } = split(address);
  const kept = split(theirs).pairs.filter(([name]) => own.includes(name));
  return joined(path, [...pairs.filter(([name]) => !own.includes(name)), ...kept]);
}

/** Whether two addresses show the same view, regardless of parameter order and the reader's own parameters. */
export function same(one, other) {
  const key = (address) => {
    const { path, pairs } = split(address);
    const rest = pairs.filter(([name, value]) => !own.includes(name) && value !== "");
    return JSON.stringify([path, rest.map((pair) => JSON.stringify(pair)).sort()]);
  };
  return key(one) === key(other);
}

/** Page, selection as the map names it, moment of the story, close-up and lens of `address`. */
export function parts(address) {
  const { path, pairs } = split(address);
  const known = Object.fromEntries([...pairs].reverse());
  const focus = selected({ node: known.node ?? "", edge: known.edge ?? "" });
  return { path: path.slice(1), focus, told: known.step ?? "", view: known.view ?? "", lens: known.lens ?? "all" };
}

/** The parameters to set to get from one address to another of the same page, overriding pending changes in `asked`. */
export function changes(from, to, asked = {}) {
  const shared = (address) => split(address).pairs.filter(([name]) => !own.includes(name));
  const now = Object.fromEntries(shared(from));
  const then = Object.fromEntries(shared(to));
  const names = Object.keys({ ...now, ...then, ...asked }).filter((name) => !own.includes(name));
  const differs = (name) => (now[name] ?? "") !== (then[name] ?? "") || name in asked;
  return Object.fromEntries(names.filter(differs).map((name) => [name, then[name] ?? ""]));
}

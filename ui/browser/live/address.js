// What of an address a room shares, and what belongs to the reader. Pure; `ui/following.py` is its twin.

const OWN = ["level", "embed", "embed_options"];
const LOBBIES = ["/present", "/follow"];

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
  if (LOBBIES.includes(path)) return "";
  return joined(
    path,
    pairs.filter(([name]) => !OWN.includes(name)),
  );
}

/** The room's `address` as the reader of `own` sees it: all of it, and what belongs to the reader. */
export function merged(address, own) {
  const { path, pairs } = split(address);
  const kept = split(own).pairs.filter(([name]) => OWN.includes(name));
  return joined(path, [...pairs.filter(([name]) => !OWN.includes(name)), ...kept]);
}

/** Whether two addresses show the same, whatever the order of their parameters and whoever reads. */
export function same(one, other) {
  const key = (address) => {
    const { path, pairs } = split(address);
    const rest = pairs.filter(([name, value]) => !OWN.includes(name) && value !== "");
    return JSON.stringify([path, rest.map((pair) => JSON.stringify(pair)).sort()]);
  };
  return key(one) === key(other);
}

/** Page, focus as a pick, moment of the story, lens, and the other parameters of `address`. */
export function parts(address) {
  const { path, pairs } = split(address);
  const known = Object.fromEntries([...pairs].reverse());
  const focus = known.node ? `node:${known.node}` : known.edge ? `edge:${known.edge}` : "";
  const told = path === "/" ? (known.step ?? "") : "";
  const seen = [...OWN, "node", "edge", ...(path === "/" ? ["step"] : [])];
  const rest = pairs.filter(([name, value]) => !seen.includes(name) && value !== "");
  const others = JSON.stringify(rest.map((pair) => JSON.stringify(pair)).sort());
  return { path: path.replace(/^\//, ""), focus, told, lens: known.lens ?? "all", others };
}

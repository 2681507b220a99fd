// This tab's place in a room. It is kept for as long as the tab is open, and nowhere else.

const KEY = "live";

/** The place: `{ room, role, token, version, boot }`, or null. */
export function seat() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Take a place, or change it. */
export function sit(place) {
  sessionStorage.setItem(KEY, JSON.stringify(place));
}

/** Leave. */
export function stand() {
  sessionStorage.removeItem(KEY);
}

/** Ask the server about rooms: `{ ok, status, body }`, where status 0 means that it could not be reached. */
export async function ask(path, body) {
  const sent =
    body === undefined
      ? { method: "GET" }
      : {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        };
  try {
    const answer = await fetch(`./live/rooms${path}`, { ...sent, cache: "no-store" });
    return { ok: answer.ok, status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { ok: false, status: 0, body: { problem: "offline" } };
  }
}

/** The address of a room on the server. */
export const at = (room) => `/${encodeURIComponent(room)}`;

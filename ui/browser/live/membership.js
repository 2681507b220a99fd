// This tab's membership in a room, stored in sessionStorage only, for as long as the tab is open.

const KEY = "live";

/** The membership: `{ room, role, token, version, boot }`, or null. */
export function seat() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Store a new or changed membership. */
export function sit(place) {
  sessionStorage.setItem(KEY, JSON.stringify(place));
}

/** Delete the membership. */
export function stand() {
  sessionStorage.removeItem(KEY);
}

/** Send a request to the room API: `{ ok, status, body }`; status 0 means that the server could not be reached. */
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

/** The API address of a room. */
export const at = (room) => `/${encodeURIComponent(room)}`;

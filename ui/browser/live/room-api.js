// Requests to the server about rooms.

/**
 * Send `body` to a path below that of the rooms, or get what is there without a body.
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<RoomAnswer>}
 */
export async function request(path, body) {
  /** @type {RequestInit} */
  const options = { cache: "no-store" };
  if (body !== undefined) {
    options.method = "POST";
    options.headers = { "content-type": "application/json" };
    options.body = JSON.stringify(body);
  }
  try {
    const answer = await fetch(`./live/rooms${path}`, options);
    return { ok: answer.ok, status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { ok: false, status: 0, body: { problem: "offline" } };
  }
}

/**
 * The path of a room below that of the rooms.
 * @param {string} room
 */
export const roomPath = (room) => `/${encodeURIComponent(room)}`;

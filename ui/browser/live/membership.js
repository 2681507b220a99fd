// This tab's membership of a room. It is kept for as long as the tab is open, and nowhere else.

const KEY = "live";

/** @returns {Membership | null} */
export function membership() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/** @param {Membership} kept */
export function saveMembership(kept) {
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

export function clearMembership() {
  sessionStorage.removeItem(KEY);
}

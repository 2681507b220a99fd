// The map that is mounted, for scripts elsewhere on the page that show something on it.

/** @typedef {import("./view.js").MapView} MapView */

/** @type {MapView | null} */
let mounted = null;

/**
 * Make `view` the map that is mounted, or none.
 * @param {MapView | null} view
 */
export function setCurrentMap(view) {
  mounted = view;
}

/** The map that is there to show something on; null where the page has none. */
export const currentMap = () => (mounted?.root.isConnected ? mounted : null);

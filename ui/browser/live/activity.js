// Notifies listeners of every address change. Streamlit changes it by script, which fires no event.

const listeners = new Set();
const tell = () => {
  for (const listener of listeners) listener();
};

for (const name of ["pushState", "replaceState"]) {
  const write = history[name];
  history[name] = function (...given) {
    write.apply(this, given);
    tell();
  };
}
addEventListener("popstate", tell);

/** Call `listener` after every change from now on; returns a function that stops this. */
export function watch(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address of the view, as path and query. */
export const here = () => location.pathname + location.search;

let touched = 0;
for (const kind of ["pointerdown", "keydown", "popstate"]) {
  addEventListener(
    kind,
    (event) => {
      if (!event.target?.closest?.("[data-live], .st-key-level")) touched = Date.now();
    },
    true,
  );
}

/** Whether the reader interacted with the page, other than the live link's bar, within the last `ms`. */
export const touchedWithin = (ms) => Date.now() - touched < ms;

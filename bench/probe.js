// Observes a page from inside and records, on the page's own clock, when things appear on the screen.
// SETUP is prepended to this script: { kind: "ours" | "peer" | "static" | "floor", visiting, asks: [{ pick, name }] }.
(() => {
  const { kind, visiting, asks } = SETUP;
  const PATIENCE = 20_000;
  const RETRY = 1_500;
  const one = (selector) => document.querySelector(selector);
  const says = (selector) => (one(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
  const frame = () => new Promise((next) => requestAnimationFrame(() => next(performance.now())));
  // The first callback runs before the frame with the change is painted, the second after it.
  const painted = () => frame().then(frame);
  const plot = () => one(kind === "ours" ? ".map-chart.js-plotly-plot" : ".js-plotly-plot");

  /** Whether every trace of a figure is in the page. */
  function complete(gd) {
    const visible = gd?._fullData?.filter((trace) => trace.visible === true).length ?? 0;
    return visible > 0 && gd.querySelectorAll(".scatterlayer .trace").length >= visible;
  }

  const heard = new WeakSet();
  function hear() {
    const gd = plot();
    if (!gd?.on || heard.has(gd)) return;
    heard.add(gd);
    gd.on("plotly_afterplot", look);
  }

  const captioned = ({ name }) => says(kind === "ours" ? ".map-card strong" : "#caption strong") === name;
  const panelled = ({ name }) => says("[data-panel] h2").startsWith(name);

  /** Whether the highlight of a selection, and its caption if there is one, are in the page. */
  function lit(ask) {
    if (kind === "ours") return captioned(ask) && Boolean(one(`[data-part="${ask.pick}"][data-lit="chosen"]`));
    const gd = plot();
    return gd?._fullLayout?.meta?.pick === ask.pick && complete(gd) && (kind === "peer" || captioned(ask));
  }

  // A click: armed from outside, started by the mouse, finished when everything it asks for is painted.
  let armed = null;

  function look() {
    hear();
    if (!armed?.start) return;
    const { ask, start, seen, done } = armed;
    const checks = { highlight: () => lit(ask), panel: () => kind === "static" || panelled(ask) };
    for (const [part, holds] of Object.entries(checks)) {
      if (part in seen || !holds()) continue;
      seen[part] = null;
      const inPage = performance.now();
      painted().then((at) => {
        seen[part] = at - start;
        seen[`${part}_in_page`] = inPage - start;
        if (typeof seen.highlight === "number" && typeof seen.panel === "number") done(seen);
      });
    }
  }

  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ["data-lit"],
  });
  const begin = () => {
    if (armed && !armed.start) armed.start = performance.now();
  };
  addEventListener("pointerdown", begin, true);
  // On our map, hovering already highlights the target; with moves withheld, the click does all the work.
  addEventListener("pointermove", (event) => event.stopImmediatePropagation(), true);

  /** The position in the window at which something can be clicked. */
  function place(pick) {
    if (kind === "ours") {
      const box = one(`.map-hits [data-id="${pick}"]`).getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }
    const gd = plot();
    const targets = gd._fullData.find(({ name }) => name === "targets");
    const at = targets.ids.indexOf(pick);
    const box = gd.getBoundingClientRect();
    return [box.x + targets.x[at], box.y + targets.y[at]];
  }

  const late = (what) => new Promise((_, fail) => setTimeout(() => fail(new Error(`too late: ${what}`)), PATIENCE));

  /** Expect a click on something; `bench.answer` resolves with the times of the response. */
  function arm(ask) {
    const seen = {};
    const over = new Promise((done) => {
      armed = { ask, seen, done };
    });
    bench.answer = Promise.race([over, late(`press on ${ask.pick}`)]);
    bench.answer.catch(() => {}); // it is awaited from outside
    return place(ask.pick);
  }

  // A visit: from the start of navigation to the picture, and on to the first click that gets a response.
  async function until(holds) {
    while (!holds()) await frame();
  }

  function pictured() {
    if (kind === "floor") return says("[data-testid=stMarkdown]").includes("Nothing but Streamlit");
    if (kind !== "ours") return complete(plot()) && Boolean(plot().querySelector("image")?.getAttribute("href"));
    // In the first bytes of the page; the map replaces it later.
    const early = one("#early img");
    if (early?.offsetParent && early.complete && early.naturalWidth) return true;
    const illustration = one(".map-picture");
    const shown = one(".map-first svg") ?? one(".map-chart .main-svg");
    return Boolean(shown && illustration?.dataset.picture);
  }

  /** Whether the page responds to clicks yet. */
  function listening() {
    if (kind === "ours") return Boolean(one(".map-hits [data-id]"));
    const events = plot()?._ev?._events ?? {};
    // Streamlit enables selection only after the chart is drawn; an earlier click is lost.
    return Boolean(
      kind === "peer" ? events.plotly_selected && plot()._fullLayout.clickmode.includes("select") : events.plotly_click,
    );
  }

  function pressAt([clientX, clientY]) {
    const init = { bubbles: true, cancelable: true, view: window, detail: 1, clientX, clientY };
    for (const type of ["mousemove", "mousedown", "mouseup", "click"]) {
      // Plotly covers the page while the button is down, so each event goes to whatever is on top at that moment.
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(new MouseEvent(type, init));
    }
  }

  async function answered(ask, pressed) {
    const end = pressed + RETRY;
    while (!lit(ask) && performance.now() < end) await frame();
    return lit(ask);
  }

  async function visit() {
    await until(pictured);
    const picture = await frame();
    if (kind === "floor") return { picture };
    await until(listening);
    for (let turn = 0; ; turn += 1) {
      const ask = asks[turn % asks.length];
      const pressed = performance.now();
      pressAt(place(ask.pick));
      if (await answered(ask, pressed)) {
        const highlight = await painted();
        if (kind === "static") return { picture, pressed, highlight, presses: turn + 1 };
        await until(() => panelled(ask));
        const panel = await frame();
        await until(() => complete(plot()));
        return { picture, pressed, highlight, panel, chart: await frame(), presses: turn + 1 };
      }
      await frame();
    }
  }

  const bench = { arm, answer: null, visited: null };
  if (visiting) {
    bench.visited = Promise.race([visit(), late("visit")]);
    bench.visited.catch(() => {});
  }
  window.bench = bench;
})();

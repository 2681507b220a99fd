// Fetching what the map needs, each thing once.

/** @type {Map<string, Promise<any>>} */
const cache = new Map();

/**
 * Fetch `url` once; a failure is not cached, so that the next run tries again.
 * @param {string} url
 * @param {"json" | "text"} read
 * @returns {Promise<any>} what the server sent: the caller knows its shape
 */
export function fetchOnce(url, read) {
  const cached = cache.get(url);
  if (cached) return cached;
  const answer = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    return response[read]();
  });
  answer.catch(() => cache.delete(url));
  cache.set(url, answer);
  return answer;
}

/** @type {Promise<PlotlyModule> | undefined} */
let plotly;

/**
 * Load Plotly.js once.
 * @param {string} base
 * @returns {Promise<PlotlyModule>}
 */
export function loadPlotly(base) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${base}/plotly.js`;
    script.onload = () => resolve(/** @type {PlotlyModule} */ (window.Plotly));
    script.onerror = () => {
      plotly = undefined;
      reject(new Error("Plotly did not load"));
    };
    document.head.append(script);
  });
  return plotly;
}

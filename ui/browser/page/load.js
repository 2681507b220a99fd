// Fetching what the map needs, each thing once.

const cache = new Map();

/** Fetch `url` once; a failure is not kept, so that the next run tries again. */
export function once(url, read) {
  if (!cache.has(url)) {
    const answer = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${response.status} for ${url}`);
      return response[read]();
    });
    answer.catch(() => cache.delete(url));
    cache.set(url, answer);
  }
  return cache.get(url);
}

let plotly;
export function loadPlotly(base) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${base}/plotly.js`;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      plotly = undefined;
      reject(new Error("Plotly did not load"));
    };
    document.head.append(script);
  });
  return plotly;
}

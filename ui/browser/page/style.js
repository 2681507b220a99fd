// The style sheet of map and desk, once for the page.

const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = new URL("../map/map.css", import.meta.url).href;
document.head.append(sheet);

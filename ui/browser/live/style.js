// The style sheet of the live link, once for the page.

const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = new URL("../styles/live.css", import.meta.url).href;
document.head.append(sheet);

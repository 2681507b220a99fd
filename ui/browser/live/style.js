// Loads the live link's style sheet, once per page.

const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = new URL("./live.css", import.meta.url).href;
document.head.append(sheet);

// The style sheet of everything that the scripts draw, once for the page.

const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = new URL("../styles/components.css", import.meta.url).href;
document.head.append(sheet);

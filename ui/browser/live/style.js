// The style sheet of the live link, loaded once.

import { element } from "../page/dom.js";

const href = new URL("../styles/live.css", import.meta.url).href;
document.head.append(element("link", "", { rel: "stylesheet", href }));

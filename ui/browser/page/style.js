// The style sheet of everything that the scripts draw, loaded once.

import { element } from "./dom.js";

const href = new URL("../styles/components.css", import.meta.url).href;
document.head.append(element("link", "", { rel: "stylesheet", href }));

// The illustration under the map, drawn once as a bitmap: its filters would otherwise be worked out anew at each redraw.

import { element } from "./page.js";

const SHARPEST = 3; // bitmap pixels for one of the scene, at the most

export class Picture {
  constructor() {
    this.canvas = element("canvas", "map-picture");
  }

  /** Show the picture at `url` on a scene of `width` by `height`, sharp at `scale`. */
  async show(url, width, height, scale) {
    const ratio = Math.min(SHARPEST, scale * window.devicePixelRatio);
    const wanted = `${url} ${ratio}`;
    if (this.wanted === wanted) return;
    this.wanted = wanted;
    try {
      if (this.image?.src !== new URL(url, location.href).href) {
        this.image = new Image(width, height);
        this.image.src = url;
      }
      const { image } = this;
      await image.decode();
      if (this.wanted !== wanted) return; // another theme, width or magnification came in between
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.getContext("2d").drawImage(image, 0, 0, this.canvas.width, this.canvas.height);
      this.canvas.dataset.picture = url;
    } catch (error) {
      console.error(error);
    }
  }
}

// The illustration under the map, drawn once as a bitmap: its filters would otherwise be worked out anew at each redraw.

import { element } from "../page/dom.js";

const SHARPEST = 3; // bitmap pixels for one of the scene, at the most

/** Let the lowest part of what is drawn above `end` fade into the ground. */
function fade(pen, end, width) {
  const from = end * 0.9;
  const veil = pen.createLinearGradient(0, from, 0, end);
  veil.addColorStop(0, "transparent");
  veil.addColorStop(1, "black");
  Object.assign(pen, { globalCompositeOperation: "destination-out", fillStyle: veil });
  pen.fillRect(0, from, width, end - from + 1);
}

export class Picture {
  constructor() {
    this.canvas = element("canvas", "map-picture");
  }

  /**
   * Show the picture at `url` on a scene of `width` by `height`, sharp at `scale`: all of it, or the part `crop`, given
   * as left, top, width and height in px of the picture. Where that reaches below `floor`, or the picture, it fades out.
   */
  async show(url, width, height, scale, crop, floor) {
    const ratio = Math.min(SHARPEST, scale * window.devicePixelRatio);
    const wanted = `${url} ${ratio} ${crop}`;
    if (this.wanted === wanted) return;
    this.wanted = wanted;
    try {
      if (this.image?.src !== new URL(url, location.href).href) {
        this.image = new Image();
        this.image.src = url;
      }
      const { image } = this;
      await image.decode();
      if (this.wanted !== wanted) return; // another theme, width or magnification came in between
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      const pen = this.canvas.getContext("2d");
      const [left, top, across, down] = crop ?? [0, 0, image.naturalWidth, image.naturalHeight];
      const seen = Math.min(down, (floor ?? image.naturalHeight) - top);
      const end = (seen / down) * this.canvas.height;
      pen.drawImage(image, left, top, across, seen, 0, 0, this.canvas.width, end);
      if (end < this.canvas.height - 1) fade(pen, end, this.canvas.width);
      this.canvas.dataset.picture = url;
    } catch (error) {
      console.error(error);
    }
  }
}

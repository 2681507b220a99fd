// The illustration under the map, drawn once as a bitmap: its filters would otherwise be computed at each redraw.

import { element } from "../page/dom.js";

const SHARPEST = 3; // bitmap pixels for one of the scene, at the most

/**
 * Let the lowest part of what is drawn above `end` fade into the ground.
 * @param {CanvasRenderingContext2D} pen
 * @param {number} end
 * @param {number} width
 */
function fade(pen, end, width) {
  const from = end * 0.9;
  const veil = pen.createLinearGradient(0, from, 0, end);
  veil.addColorStop(0, "transparent");
  veil.addColorStop(1, "black");
  pen.globalCompositeOperation = "destination-out";
  pen.fillStyle = veil;
  pen.fillRect(0, from, width, end - from + 1);
}

export class Picture {
  constructor() {
    this.canvas = element("canvas", "map-picture");
    this.image = new Image();
    this.wanted = "";
  }

  /**
   * Show the picture at `url` under a scene, sharp at `scale`: all of it, or the scene's `crop`, given as left, top,
   * width and height in px of the picture. Where that reaches below the scene's `floor`, or the picture, it fades out.
   * @param {string} url
   * @param {Scene} scene
   * @param {number} scale
   */
  async show(url, { width, height, crop, floor }, scale) {
    const ratio = Math.min(SHARPEST, scale * window.devicePixelRatio);
    const wanted = `${url} ${ratio} ${crop}`;
    if (this.wanted === wanted) return;
    this.wanted = wanted;
    try {
      if (this.image.src !== new URL(url, location.href).href) {
        this.image = new Image();
        this.image.src = url;
      }
      const { image, canvas } = this;
      await image.decode();
      if (this.wanted !== wanted) return; // another theme, width or magnification came in between
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      const [left, top, across, down] = crop ?? [0, 0, image.naturalWidth, image.naturalHeight];
      const seen = Math.min(down, (floor ?? image.naturalHeight) - top);
      const end = (seen / down) * canvas.height;
      pen.drawImage(image, left, top, across, seen, 0, 0, canvas.width, end);
      if (end < canvas.height - 1) fade(pen, end, canvas.width);
      canvas.dataset.picture = url;
    } catch (error) {
      console.error(error);
    }
  }
}

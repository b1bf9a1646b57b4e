import type { Ground } from "./grounds.ts";

const SIZE = 640;
const ICON_SHARE = 0.53;
const TEETH = 16;

/** The woven zig-zag: nested chevrons with a diamond between every two, drawn along the foot of the square. */
function tapisBand(colour: string): string {
  const width = SIZE / TEETH;
  const height = 34;
  const chevrons = [0, 11, 22].map((inset) => {
    const half = (width / 2) * (1 - inset / height);
    const tooth = (x: number) =>
      `M${x + width / 2 - half} ${SIZE}L${x + width / 2} ${SIZE - height + inset}L${x + width / 2 + half} ${SIZE}`;
    return Array.from({ length: TEETH }, (_, i) => tooth(i * width)).join("");
  });
  const diamonds = Array.from({ length: TEETH + 1 }, (_, i) => {
    const x = i * width;
    return `M${x} ${SIZE - height - 15}l4.5 7.5l-4.5 7.5l-4.5-7.5z`;
  }).join("");
  return (
    `<g opacity=".55"><path d="${chevrons.join("")}" fill="none" stroke="${colour}" stroke-width="2.6" stroke-linejoin="round"/>` +
    `<path d="${diamonds}" fill="${colour}"/></g>`
  );
}

/**
 * Draws the square picture of a product.
 * @param iconBody inside of a 32 × 32 SVG
 * @param ground gradient and band of one hue
 * @returns a whole SVG document, 640 × 640 pixels
 */
export function drawPicture(iconBody: string, ground: Ground): string {
  const side = Math.round(SIZE * ICON_SHARE);
  const left = (SIZE - side) / 2;
  // A little above the middle: the band at the foot has weight of its own.
  const top = left - 18;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}">` +
    `<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${ground.from}"/>` +
    `<stop offset="1" stop-color="${ground.to}"/></linearGradient></defs>` +
    `<rect width="${SIZE}" height="${SIZE}" fill="url(#ground)"/>${tapisBand(ground.band)}` +
    `<ellipse cx="${SIZE / 2}" cy="${top + side + 8}" rx="${side * 0.4}" ry="13" fill="${ground.band}" opacity=".22"/>` +
    `<svg x="${left}" y="${top}" width="${side}" height="${side}" viewBox="0 0 32 32">${iconBody}</svg></svg>`
  );
}

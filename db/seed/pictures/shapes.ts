/**
 * Shapes that several of our own icons share, in any colour: insides of a 32 × 32 SVG in the manner of the Fluent set,
 * flat, two or three tints, no outline.
 */
export const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
export const disc = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
export const box = (x: number, y: number, w: number, h: number, fill: string, r = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
export const line = (d: string, colour: string, width = 1) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const GOLD = "#FFB02E";
export const zigzag = (x: number, y: number, teeth: number, step = 3, height = 2.4) =>
  `M${x} ${y}${`l${step / 2}-${height}l${step / 2} ${height}`.repeat(teeth)}`;

export function chips(light: string, dark: string): string {
  const chip = (x: number, y: number, turn: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})"><ellipse rx="8.4" ry="6.2" fill="${dark}"/>` +
    `<ellipse cx="-.4" cy="-.9" rx="7.6" ry="5.1" fill="${light}"/><ellipse cx="-1" cy="-1.2" rx="3.4" ry="1.7" fill="${dark}" opacity=".35"/></g>`;
  return chip(21.5, 10, 24) + chip(10.5, 14, -20) + chip(19.5, 22, 6);
}

export function crackers(light: string, dark: string): string {
  const cracker = (x: number, y: number, s: number) =>
    `<g transform="translate(${x} ${y}) scale(${s})">${path("M0-9c3 0 3 2 5.5 2.400C8-6.2 9-4 8.6-1.5 8.3 1 9.8 2.4 8 5 6.3 7.3 4 6.8 1.6 8.3-1 9.8-3 8-5.2 7-8 5.6-7.6 3.6-8.7 1.2-9.8-1.3-8-3-6.7-5-5.2-7.6-3-9 0-9z", dark)}` +
    `${path("M0-7.600c2.5 0 2.8 1.8 4.8 2.1 2 .4 2.8 2 2.5 4C7 .7 8.1 2 6.7 4 5.3 5.8 3.4 5.4 1.4 6.7-.8 8-2.5 6.6-4.3 5.7-6.6 4.5-6.3 2.9-7.2.8-8-1.3-6.6-2.7-5.5-4.3-4.3-6.5-2.5-7.6 0-7.600z", light)}` +
    `${line("M-4-2c1.5-2 3-2 4.5-.5s3 1.5 4-.5M-4 2.500c1.5-1.8 3-1.8 4 0s2.5 1.5 3.5 0", dark, 1)}</g>`;
  return cracker(20.5, 11.5, 1) + cracker(11.5, 20.5, 1.05);
}

export function seeds(light: string, dark: string): string {
  const spots: [number, number][] = [
    [8, 22],
    [13.5, 24],
    [19, 23],
    [24.5, 22],
    [10.5, 17.5],
    [16, 18.5],
    [21.5, 17.5],
    [13.5, 13],
    [18.7, 13],
    [16, 8.7],
  ];
  return spots.map(([x, y]) => disc(x, y, 3.4, dark) + disc(x - 0.9, y - 1, 1.5, light)).join("");
}

export const bottle = (liquid: string, label: string, cap = "#636363") =>
  box(13, 2, 6, 4, cap, 1) +
  path("M13.5 6h5v3.500c0 1.5 4 2.5 4 6V27a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3V15.500c0-3.5 4-4.5 4-6z", liquid) +
  box(9.5, 17, 13, 8, label) +
  line("M12 19.700h8M12 22.300h5", liquid, 1.2) +
  box(11, 12.5, 1.6, 3.5, "#fff", 0.8).replace("/>", ' opacity=".45"/>');

export const pouch = (side: string, label: string, mark: string) =>
  path(
    "M7 5.500A1.5 1.5 0 0 1 8.5 4h15A1.5 1.5 0 0 1 25 5.500l1.5 22A2.5 2.5 0 0 1 24 30H8a2.5 2.5 0 0 1-2.5-2.500z",
    side,
  ) +
  box(7, 6.5, 18, 1.2, "#fff").replace("/>", ' opacity=".5"/>') +
  disc(16, 18, 6.5, label) +
  line(zigzag(11.5, 19.5, 3, 3, 3), mark, 1.4);

export const sack = (cloth: string, label: string) =>
  path(
    "M10 5c-1.5-1.5-1-3 .5-3h11c1.5 0 2 1.5.5 3 4 4.5 5.5 10 5.5 16.500C27.5 28 25 30 16 30S4.5 28 4.5 21.500C4.5 15 6 9.5 10 5z",
    cloth,
  ) +
  line("M10.5 5.500h11", label, 1.8) +
  path("M16 12.500c4 2.5 4 9 0 12.5-4-3.5-4-10 0-12.500z", label) +
  line("M16 15v9", cloth, 1);

export const block = (top: string, front: string, sideTint: string) =>
  path("M16 6l12 5.5-12 5.500L4 11.500z", top) +
  path("M4 11.500l12 5.500v9.500L4 21z", front) +
  path("M28 11.500L16 17v9.500L28 21z", sideTint);

export const cloth = (main: string, dark: string) =>
  box(4, 21, 24, 7, dark, 2.5) +
  box(4, 13.5, 24, 7, main, 2.5) +
  box(4, 6, 24, 7, dark, 2.5) +
  line(`${zigzag(6.5, 26, 6)}${zigzag(6.5, 11, 6)}`, GOLD, 1.1) +
  line("M6.5 17h19", GOLD, 1.1) +
  [9, 13.5, 18, 22.5].map((x) => path(`M${x} 15l1.4 2-1.4 2-1.4-2z`, GOLD)).join("");

export const shirt = (main: string, dark: string, motif: string) =>
  path(
    "M11 4l-7 3.500L2 15l4.5 1.500L8 14v13.500A1.5 1.5 0 0 0 9.5 29h13a1.5 1.5 0 0 0 1.5-1.500V14l1.5 2.500L30 15l-2-7.500L21 4z",
    main,
  ) +
  path("M11 4l5 6 5-6-2-1h-6z", dark) +
  line("M16 10v18.5", dark, 1) +
  [
    [11.5, 14],
    [20.5, 14],
    [11.5, 20],
    [20.5, 20],
    [11.5, 25.5],
    [20.5, 25.5],
  ]
    .map(([x, y]) => path(`M${x} ${y! - 2}l1.6 2-1.6 2-1.6-2z`, motif))
    .join("");

export const woven = (light: string, dark: string, shape: string) =>
  `<clipPath id="woven">${shape}</clipPath><g clip-path="url(#woven)">${box(0, 0, 32, 32, light)}` +
  Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 4 }, (_, col) => box(col * 8 + (row % 2) * 4, row * 4, 4, 4, dark)).join(""),
  ).join("") +
  "</g>";

export const leafParcel = (y: number) =>
  path(`M3 ${y}c4-5 22-5 26 0-4 5-22 5-26 0z`, "#44911B") +
  path(`M3 ${y}c4-5 22-5 26 0z`, "#86B63A") +
  line(`M10 ${y - 3.5}v7M22 ${y - 3.5}v7`, "#E8C98A", 1.3);

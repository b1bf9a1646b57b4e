import { bottle, box, cloth, disc, GOLD, line, path, pouch, sack, shirt, woven, zigzag } from "./shapes.ts";

/** Cloth, craft, household goods and packages that no emoji shows. */
export const GOODS_ICONS = {
  "bottle-oil": bottle("#F9C440", "#FFF3CF", "#D67D00"),
  "bottle-soy": bottle("#4E2E20", "#F8312F", "#F8312F"),
  "bottle-sauce": bottle("#E3342B", "#FFE08A", "#44911B"),
  "bottle-syrup": bottle("#E8738A", "#FFF0F2", "#B4234A"),
  "bottle-clear": bottle("#D8EEF5", "#8CC152", "#44911B"),
  "bottle-soap": bottle("#8FD14F", "#FFFFFF", "#00A6ED"),
  "bottle-spice": bottle("#6D5A4E", "#F3E3BF", "#B4451F"),
  "bottle-chili": bottle("#B4231F", "#F0C766", "#4E0D18"),
  "pouch-coffee": pouch("#5A3A2B", "#F0C766", "#5A3A2B"),
  "pouch-red": pouch("#B3261E", "#FFE9C9", "#B3261E"),
  "pouch-cocoa": pouch("#7B4B35", "#FFE3C7", "#7B4B35"),
  "pouch-green": pouch("#4F8A3C", "#EAF3D2", "#4F8A3C"),
  "pouch-white": pouch("#F6F1E7", "#C6922B", "#FFFFFF"),
  "pouch-blue": pouch("#2F7DC1", "#FFFFFF", "#2F7DC1"),
  "pouch-pink": pouch("#F58DB3", "#FFFFFF", "#F58DB3"),
  "pouch-gold": pouch("#D9972B", "#FFF3CF", "#A6661A"),
  "sack-rice": sack("#F4EBDB", "#44911B"),
  "sack-gold": sack("#F4EBDB", "#C6922B"),
  "sack-blue": sack("#F4EBDB", "#2F6FB5"),
  "sack-red": sack("#F4EBDB", "#B3261E"),
  "sack-brown": sack("#D9B98C", "#6D4534"),
  kain: cloth("#8E1F35", "#4E0D18"),
  batik: cloth("#2F5597", "#20305C"),
  kopiah:
    path("M5 25L7.2 10.500C7.5 8.5 8.8 7.5 11 7.500h10c2.2 0 3.5 1 3.8 3L27 25z", "#2B2430") +
    path("M8 9.500c3-2.7 13-2.7 16 0-4 1.6-12 1.6-16 0z", "#46394F") +
    box(5.3, 19, 21.4, 4.5, "#6E1423") +
    line(zigzag(6.5, 22.5, 6, 3.2, 2.6), GOLD, 1.2),
  siger:
    [
      [4, 15],
      [8, 10],
      [12, 6],
      [16, 3],
      [20, 6],
      [24, 10],
      [28, 15],
    ]
      .map(
        ([x, y]) =>
          path(`M${x! - 2.4} 23L${x} ${y}l2.4 ${23 - y!}z`, x! % 8 === 0 ? "#E29A1F" : GOLD) +
          disc(x!, y!, 1.5, "#FCD53F"),
      )
      .join("") +
    path("M2 21c8 3 20 3 28 0l-1.5 7c-8 2-17 2-25 0z", "#E29A1F") +
    line(zigzag(6.5, 26, 6, 3.2, 2), "#FFF1B8", 1.1) +
    disc(16, 20, 2, "#B3261E"),
  kebaya:
    path(
      "M12 3L5 8 2.5 21l4.5 1.500L9.5 14 8 29c5 1.5 11 1.5 16 0l-1.5-15 2.5 8.5 4.5-1.500L27 8l-7-5-4 5z",
      "#8E1F35",
    ) +
    path("M12 3l4 26 4-26-4 5z", "#FFD9A0") +
    line("M12 3.500l4 25 4-25", GOLD, 1.2) +
    [
      [7, 13],
      [25, 13],
      [11, 21],
      [21, 21],
      [10.5, 26],
      [21.5, 26],
    ]
      .map(([x, y]) => disc(x!, y!, 1.1, GOLD))
      .join(""),
  "lace-top":
    path(
      "M11 4L3.5 8 2 15l5 1.500L9 14v14c4.5 1.5 9.5 1.5 14 0V14l2 2.5 5-1.5-1.5-7L21 4c-2.5 3-7.5 3-10 0z",
      "#F7F1E6",
    ) +
    [
      [6, 11],
      [26, 11],
      [12, 13],
      [20, 13],
      [16, 16],
      [12, 19],
      [20, 19],
      [16, 22],
      [12, 25],
      [20, 25],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1.7" fill="none" stroke="#C6922B" stroke-width=".9"/>`)
      .join(""),
  "batik-shirt": shirt("#7A2E1D", "#4E1A10", GOLD),
  mat:
    woven("#E7C98B", "#C79A52", '<path d="M8 5h22v20a3 3 0 0 1-3 3H8z"/>') +
    box(2, 3.5, 8, 25, "#B58440", 4) +
    box(4, 3.5, 4, 25, "#D2A55E", 2) +
    line("M28 6v20", "#8E1F35", 1.5),
  tray:
    woven("#E7C98B", "#CFA25B", '<circle cx="16" cy="16" r="12"/>') +
    '<circle cx="16" cy="16" r="12.5" fill="none" stroke="#9C6B2F" stroke-width="2.6"/>',
  wall:
    woven("#E0BE84", "#B58440", '<rect x="3" y="4" width="26" height="24"/>') +
    line("M3 4h26v24H3z", "#7F5522", 2.2),
  mortar:
    path("M3 15h26c0 7-4.5 12-10 13v1.500h-6V28C7.5 27 3 22 3 15z", "#A65A3A") +
    `<ellipse cx="16" cy="15" rx="13" ry="3.6" fill="#7F3F26"/>` +
    `<g transform="rotate(28 20 9)">${box(18, 1, 4, 14, "#C98B5B", 2)}</g>`,
  gallon:
    box(12.5, 1.5, 7, 4, "#2F7DC1", 1) +
    path(
      "M12.5 5.500h7c0 3 5.5 3 5.5 7V27a3 3 0 0 1-3 3H10a3 3 0 0 1-3-3V12.500c0-4 5.5-4 5.5-7z",
      "#8FD0F2",
    ) +
    box(7, 15, 18, 3, "#5DB1E2") +
    box(7, 21, 18, 3, "#5DB1E2") +
    box(10, 10, 2, 5, "#fff", 1),
  sachets: [0, 1, 2]
    .map(
      (i) =>
        box(7 + i, 2.5 + i * 9.3, 17, 8.7, ["#B3261E", "#D6453C", "#B3261E"][i]!, 1) +
        disc(15.5 + i, 6.9 + i * 9.3, 2.7, "#FFE9C9"),
    )
    .join(""),
  "sachets-blue": [0, 1, 2]
    .map(
      (i) =>
        box(7 + i, 2.5 + i * 9.3, 17, 8.7, ["#3A63B5", "#5B86D6", "#3A63B5"][i]!, 1) +
        disc(15.5 + i, 6.9 + i * 9.3, 2.7, "#E7F0FF"),
    )
    .join(""),
  tissues:
    path("M10 14c0-6 3-5 4-9 3 2 5 0 7 1-1 3 2 4 1 8z", "#FFFFFF") +
    box(3, 13, 26, 14, "#5DB1E2", 2) +
    `<ellipse cx="16" cy="14.5" rx="8" ry="1.7" fill="#2F7DC1"/>` +
    line(zigzag(6, 23.5, 6, 3.4, 3), "#D9F0FB", 1.3),
  toothpaste: `<g transform="rotate(-28 16 16)">${path("M3 9.500L22 11v10L3 22.500z", "#FFFFFF") + box(3, 9, 2, 14, "#C9D3DC") + path("M8 10l6 .5v11L8 22z", "#F8312F") + box(22, 12.5, 5, 7, "#00A6ED", 1)}</g>`,
  diaper:
    path("M3 9c8 2 18 2 26 0v6c-4 1-7 5-8 11H11c-1-6-4-10-8-11z", "#FFFFFF") +
    path("M3 9c8 2 18 2 26 0v3.500c-8 2-18 2-26 0z", "#8FD0F2") +
    disc(16, 19, 2.6, "#FCD53F"),
  "milk-can":
    box(6, 5, 20, 23, "#DDE4EA", 2) +
    box(6, 9, 20, 15, "#FFFFFF") +
    path("M6 17c4-4 7 3 11-1 3-3 6-1 9-3v11H6z", "#2F7DC1") +
    disc(16, 14, 3, "#F8312F") +
    `<ellipse cx="16" cy="5.5" rx="10" ry="2.2" fill="#B9C4CE"/>`,
  calligraphy:
    box(3, 3, 26, 26, "#A5673F", 2) +
    box(6, 6, 20, 20, "#4E0D18", 1) +
    line("M10 20c0 3 5 3 6 0l1-9M20 11v7c0 3 3 3 3.5 0M13 12v4", GOLD, 1.9) +
    disc(13.5, 23.3, 0.9, GOLD) +
    line("M8 8.500h16", "#C6922B", 1),
  "woven-bag":
    `<path d="M10 13C10 3 22 3 22 13" fill="none" stroke="#8A6A2F" stroke-width="2.2"/>` +
    woven("#C7B46A", "#9A8743", '<path d="M4 12h24l-2.5 15a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2z"/>') +
    box(4, 11, 24, 3, "#7D6B2F", 1),
  "tapis-purse":
    path("M5 13c0-5 5-8 11-8s11 3 11 8l2 8c1 5-2 7-5 7H8c-3 0-6-2-5-7z", "#8E1F35") +
    line("M6 12.500h20", GOLD, 2) +
    disc(14.7, 4.5, 1.6, GOLD) +
    disc(17.3, 4.5, 1.6, GOLD) +
    line(`${zigzag(7, 25.5, 6)}`, GOLD, 1.2) +
    [10, 16, 22].map((x) => path(`M${x} 15.500l2 2.7-2 2.7-2-2.700z`, GOLD)).join(""),
  "tapis-bag":
    `<path d="M10 12C10 3 22 3 22 12" fill="none" stroke="#4E0D18" stroke-width="2.2"/>` +
    path("M4 11h24l-1.5 16a2 2 0 0 1-2 2h-17a2 2 0 0 1-2-2z", "#20305C") +
    line(`${zigzag(6.5, 26.5, 6, 3.1)}${zigzag(6.5, 16, 6, 3.1)}`, GOLD, 1.2) +
    [9.5, 16, 22.5].map((x) => path(`M${x} 17.500l2 2.8-2 2.8-2-2.800z`, GOLD)).join(""),
  "tapis-shawl":
    path("M8 3h8v26H8z", "#8E1F35") +
    path("M16 3h8v22h-8z", "#6E1423") +
    line(`${zigzag(9, 24, 2)}${zigzag(9, 10, 2)}${zigzag(17, 22.5, 2)}${zigzag(17, 10, 2)}`, GOLD, 1.2) +
    [
      [12, 16],
      [20, 15.5],
    ]
      .map(([x, y]) => path(`M${x} ${y! - 3}l2 3-2 3-2-3z`, GOLD))
      .join("") +
    line("M9 29v2M12 29v2M15 29v2M17 25v2M20 25v2M23 25v2", GOLD, 1),
} as const satisfies Record<string, string>;

import { block, box, chips, crackers, disc, leafParcel, line, path, seeds } from "./shapes.ts";

const SPIKES = Array.from({ length: 22 }, (_, i) => {
  const at = (r: number, turn: number) =>
    `${(16 + r * Math.cos(turn)).toFixed(1)} ${(18 + r * Math.sin(turn)).toFixed(1)}`;
  const turn = (i / 22) * 2 * Math.PI;
  return `${at(12.8, turn)}L${at(10.2, turn + Math.PI / 22)}`;
}).join("L");

/** Food that no emoji shows: chips, crackers, spices, sugar, cakes … */
export const FOOD_ICONS = {
  "chips-banana": chips("#FFDD67", "#E2A62D"),
  "chips-chocolate": chips("#8B5A43", "#5B3426"),
  "chips-cheese": chips("#FFC83D", "#F28A1C"),
  "chips-cream": chips("#FBE9C6", "#DDBB84"),
  "chips-balado": chips("#F2803F", "#BB2B21"),
  "chips-purple": chips("#E9D7EC", "#A98BB8"),
  "chips-brown": chips("#D9A066", "#9C6738"),
  "crackers-white": crackers("#FBF0DC", "#D9BE93"),
  "crackers-toast": crackers("#E9B872", "#A96B32"),
  "crackers-prawn": crackers("#FFC4AE", "#E4836A"),
  "crackers-brown": crackers("#C68B59", "#8A5630"),
  "seeds-black": seeds("#6B6460", "#2B2523"),
  "seeds-white": seeds("#FFFFFF", "#D6CBB8"),
  "seeds-coffee": seeds("#9A6B4F", "#4E2E20"),
  "seeds-green": seeds("#D3DDB0", "#94A36B"),
  "seeds-cream": seeds("#FFF6E0", "#DDBE8D"),
  "block-terasi": block("#8A4B4B", "#6E3438", "#5A282D"),
  "block-tofu": block("#FFFFFF", "#F1EBDD", "#E0D7C3"),
  "block-tempe":
    block("#F0DDB4", "#DDC18B", "#C9A86C") +
    [
      [9, 17],
      [12.5, 21.5],
      [7, 20],
      [20, 19],
      [24, 17.5],
      [22, 21.5],
      [12, 11],
      [18, 9.5],
      [19, 13],
    ]
      .map(([x, y]) => disc(x!, y!, 1.1, "#B98E4E"))
      .join(""),
  "palm-sugar": [
    [6, 18],
    [17, 18],
    [11.5, 9.5],
  ]
    .map(
      ([x, y]) =>
        path(`M${x! - 2} ${y! + 8}l1.5-6.500c.6-2 9.4-2 10 0L${x! + 11} ${y! + 8}z`, "#7A4526") +
        `<ellipse cx="${x! + 4.5}" cy="${y! + 1.8}" rx="4.7" ry="1.7" fill="#A8683C"/>`,
    )
    .join(""),
  "coconut-sugar": [
    [6, 18],
    [17, 18],
    [11.5, 9.5],
  ]
    .map(
      ([x, y]) =>
        path(`M${x! - 2} ${y! + 8}l1.5-6.500c.6-2 9.4-2 10 0L${x! + 11} ${y! + 8}z`, "#C98B4B") +
        `<ellipse cx="${x! + 4.5}" cy="${y! + 1.8}" rx="4.7" ry="1.7" fill="#EDBE83"/>`,
    )
    .join(""),
  cinnamon: `<g transform="rotate(-24 16 16)">${box(2, 9, 28, 6, "#A5673F", 3) + box(2, 17, 28, 6, "#8A5130", 3) + line("M5 12h22M5 20h22", "#C98B5B", 1.1) + box(13, 7.5, 4, 17, "#E8C98A", 1)}</g>`,
  cloves: [
    [9, 8, -18],
    [16, 6, 0],
    [23, 8, 18],
  ]
    .map(
      ([x, y, turn]) =>
        `<g transform="rotate(${turn} ${x} ${y})">${box(x! - 1.3, y! + 5, 2.6, 16, "#6B3A24", 1.3) + path(`M${x! - 4} ${y! + 2}l4 4 4-4-1.5 5h-5z`, "#8A5130") + disc(x!, y! + 2.5, 2.7, "#A5673F")}</g>`,
    )
    .join(""),
  cassava: `<g transform="rotate(-32 16 16)">${path("M3 16c0-5 4-7 10-7 8 0 14 4 17 6.500C27 19 21 23 13 23 7 23 3 21 3 16z", "#8A5A3C") + line("M12 12.500h4M19 19h4M15 20.500h2M21 13.500h2", "#6D4534", 1.1)}<ellipse cx="6.5" cy="16" rx="3.6" ry="6" fill="#FFF6E6"/><ellipse cx="6.5" cy="16" rx="1" ry="1.8" fill="#E8D5B0"/></g>`,
  jackfruit:
    path("M17 4c7 1 11 7 10 14-1 8-8 12-14 11S4 22 6 14 11 3.5 17 4z", "#9DB13C") +
    [
      [11, 12],
      [16, 10],
      [21, 11],
      [9, 17],
      [14, 16],
      [19, 16],
      [24, 16.5],
      [10, 22],
      [15, 21.5],
      [20, 22],
      [14, 26],
      [19, 26],
    ]
      .map(([x, y]) => disc(x!, y!, 1.3, "#73852A"))
      .join("") +
    line("M17 4V1.5", "#6D4534", 2),
  durian:
    path(`M${SPIKES}Z`, "#7C9A2D") +
    disc(16, 18, 8.5, "#96B33C") +
    path(
      "M16 11c4 1.5 6 4.5 5.5 8-.5 3.2-2.5 5-5.5 5.5-3-.5-5-2.3-5.5-5.5-.5-3.5 1.5-6.5 5.5-8z",
      "#F4EBC8",
    ) +
    path(
      "M16 13.500c2.5 1.2 3.5 3 3.3 5.2-.2 2-1.5 3.2-3.3 3.6-1.8-.4-3.1-1.6-3.3-3.6-.2-2.2.8-4 3.3-5.200z",
      "#FFC83D",
    ) +
    line("M16 6V2.5", "#6D4534", 2.4),
  guava:
    disc(12.5, 13, 9.5, "#8CC152") +
    disc(20, 20.5, 9, "#7BAF43") +
    disc(20, 20.5, 7.6, "#F6FBE9") +
    [
      [20, 17],
      [23, 19],
      [22.5, 22.5],
      [18, 23],
      [17, 19.5],
    ]
      .map(([x, y]) => disc(x!, y!, 0.9, "#C9D9A0"))
      .join("") +
    path("M12 4c0-2 2-3 5-2.5-.5 2.5-3 3.5-5 2.500z", "#44911B"),
  cacao: `<g transform="rotate(-30 16 16)">${path("M3 16C6 8.5 12 6.5 18 7.500c6 1 10 4.5 12 8.5-2 4-6 7.5-12 8.5-6 1-12-1-15-8.500z", "#C4692B") + line("M4.5 16h24M6 13c6-4 15-4 21.5 1M6 19c6 4 15 4 21.5-1", "#8F4518", 1.3)}</g>`,
  "layer-cake":
    ["#B5763B", "#F6D58B", "#B5763B", "#F6D58B", "#B5763B", "#F6D58B"]
      .map((c, i) => path(`M3 ${12 + i * 2.5}l13 4 13-4v2.500l-13 4-13-4z`, c))
      .join("") + path("M16 5.500l13 6.5-13 4-13-4z", "#8F5526"),
  "sticky-cake":
    ["#7B4B35", "#EBD3A7", "#7B4B35", "#EBD3A7"]
      .map((c, i) => path(`M3 ${12 + i * 3.5}l13 4 13-4v3.500l-13 4-13-4z`, c))
      .join("") + path("M16 5.500l13 6.5-13 4-13-4z", "#A5673F"),
  "leaf-parcels": leafParcel(9) + leafParcel(17) + leafParcel(25),
  anchovies: [9, 16, 23]
    .map(
      (y, i) =>
        `<g transform="rotate(-12 16 ${y})">${path(`M${3 + i} ${y}c5-4.5 14-4.5 20 0l4-2.500v5l-4-2.500c-6 4.5-15 4.5-20 0z`, "#AEBBC7") + path(`M${3 + i} ${y}c5 4.5 14 4.5 20 0z`, "#DDE4EA") + disc(7 + i, y - 0.4, 0.9, "#2B2523")}</g>`,
    )
    .join(""),
  "smoked-fish": [10.5, 21.5]
    .map(
      (y) =>
        path(`M3 ${y}c6-7 15-7 21 0l5-4v8l-5-4c-6 7-15 7-21 0z`, "#A5622E") +
        line(`M11 ${y - 2.5}l2 5M15 ${y - 3}l2 6M19 ${y - 2.5}l2 5`, "#6D3B1A", 1.2) +
        disc(7.5, y - 0.8, 1, "#2B2523"),
    )
    .join(""),
  fritters: [
    [10, 12],
    [21, 12],
    [15.5, 21.5],
  ]
    .map(
      ([x, y]) =>
        `<ellipse cx="${x}" cy="${y}" rx="6.5" ry="5.5" fill="#B9742C"/><ellipse cx="${x! - 0.6}" cy="${y! - 1}" rx="5.4" ry="4.1" fill="#E3A24A"/>`,
    )
    .join(""),
  cucur: [
    [16, 21],
    [16, 12],
  ]
    .map(
      ([x, y]) =>
        `<ellipse cx="${x}" cy="${y! + 2}" rx="12.5" ry="6.5" fill="#7A3F1D"/><ellipse cx="${x}" cy="${y}" rx="12.5" ry="6.5" fill="#A85F2D"/><ellipse cx="${x}" cy="${y! - 1}" rx="7" ry="3.4" fill="#C98043"/>`,
    )
    .join(""),
  pempek: [
    [6, 8],
    [6, 15],
    [6, 22],
  ]
    .map(([x, y]) => box(x!, y! - 3, 20, 6, "#D8B98A", 3) + box(x! + 0.8, y! - 2.4, 18, 3, "#F1DDB8", 1.5))
    .join(""),
  meatballs: [
    [11, 20],
    [21, 20],
    [16, 12],
  ]
    .map(([x, y]) => disc(x!, y!, 6, "#8C6A57") + disc(x! - 1.2, y! - 1.4, 3.4, "#A98571"))
    .join(""),
  floss:
    path("M3 26c0-6 3-7 5-11 2-5 5-7 8-7s6 2 8 7c2 4 5 5 5 11z", "#C98B4B") +
    line(
      "M8 22c3-4 4-2 6-6M14 24c2-5 5-3 6-8M20 23c2-2 3-2 4-4M12 14c2-2 4-2 6-2M17 20c2-1 3-3 3-5",
      "#8F5A24",
      1.2,
    ),
  sweets: [
    [8, 8, "#F2803F"],
    [17, 8, "#E2A62D"],
    [8, 17, "#B98E2E"],
    [17, 17, "#D9662B"],
  ]
    .map(
      ([x, y, c]) =>
        box(Number(x), Number(y), 7.5, 7.5, String(c), 2) +
        box(Number(x) + 1, Number(y) + 1, 5.5, 2.5, "#fff", 1.2).replace("/>", ' opacity=".35"/>'),
    )
    .join(""),
  shallot:
    path("M16 5c1 5 11 7.5 11 15 0 6-5 9.5-11 9.500S5 26 5 20C5 12.5 15 10 16 5z", "#A32E57") +
    path("M16 5c.8 5 5 8 5 15 0 5-2 9-5 9.5-3-.5-5-4.5-5-9.5 0-7 4.2-10 5-15z", "#C65480") +
    line("M16 6.500V2.5", "#7E9A3A", 1.8),
  "green-chilies": [-8, 0, 8]
    .map(
      (x, i) =>
        `<g transform="translate(${x} 0) rotate(14 16 16)">${path("M12.6 9c0-2 6.8-2 6.8 0C20 17 18 24 13.5 29c-.8-.6-.2-2-.3-3.5C13 20 12.3 14 12.6 9z", i === 1 ? "#5FA832" : "#7CC242")}${path("M12.6 9.5c0-3.5 6.8-3.5 6.8 0-2.2 1-4.6 1-6.8 0z", "#2F6B1E")}${line("M16 6.5V3.5", "#2F6B1E", 1.6)}</g>`,
    )
    .join(""),
  "rice-noodles":
    `<ellipse cx="16" cy="16" rx="13" ry="12" fill="#F4EBDB"/>` +
    [4, 7, 10]
      .map(
        (r) =>
          `<ellipse cx="16" cy="16" rx="${r}" ry="${r - 1}" fill="none" stroke="#D8C6A4" stroke-width="1.2"/>`,
      )
      .join("") +
    line("M5 13c6-8 16-8 22 0M5 19c6 8 16 8 22 0", "#D8C6A4", 1.2),
} as const satisfies Record<string, string>;

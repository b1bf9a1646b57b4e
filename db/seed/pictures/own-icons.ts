import { FOOD_ICONS } from "./food-icons.ts";
import { GOODS_ICONS } from "./goods-icons.ts";

/** Every icon drawn for this shop, by name: the inside of a 32 × 32 SVG. */
export const OWN_ICONS = { ...FOOD_ICONS, ...GOODS_ICONS };

export type OwnIcon = keyof typeof OWN_ICONS;

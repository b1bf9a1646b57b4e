import { createRequire } from "node:module";
import { drawPicture } from "./draw.ts";
import { GROUNDS } from "./grounds.ts";
import type { Kind } from "./kind.ts";
import { CATEGORY_KINDS, PRODUCT_KINDS, STAPLE_KINDS } from "./kinds.ts";
import { OWN_ICONS } from "./own-icons.ts";

/** Every picture there is, by key: kinds of products, staples, and `kategori-…`. */
export const PICTURE_KINDS: Readonly<Record<string, Kind>> = {
  ...PRODUCT_KINDS,
  ...STAPLE_KINDS,
  ...CATEGORY_KINDS,
};

interface IconSet {
  icons: Record<string, { body: string }>;
}

let fluent: IconSet | undefined;

/** The inside of a 32 × 32 SVG. The set is read on first use: it is 5 MB, and only the seed needs it. */
export function iconBody(name: string): string {
  const own = (OWN_ICONS as Readonly<Record<string, string>>)[name];
  if (own !== undefined) return own;
  fluent ??= createRequire(import.meta.url)("@iconify-json/fluent-emoji-flat/icons.json") as IconSet;
  const icon = fluent.icons[name];
  if (icon === undefined) throw new Error(`There is no icon "${name}".`);
  return icon.body;
}

/** Ids inside an icon must not meet those of its neighbour. */
function withOwnIds(body: string, prefix: string): string {
  return body
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${prefix}-$1"`);
}

function composeIcons(kind: Kind): string {
  const main = withOwnIds(iconBody(kind.icon), "a");
  if (kind.small === undefined) return main;
  const small = withOwnIds(iconBody(kind.small), "b");
  return (
    `<svg x="-2" y="-1.5" width="28.5" height="28.5" viewBox="0 0 32 32">${main}</svg>` +
    `<svg x="17" y="17" width="15" height="15" viewBox="0 0 32 32">${small}</svg>`
  );
}

/**
 * The picture of a product kind, a staple or a category.
 * @returns the drawing (SVG, 640 × 640 pixels), what it shows, and a CSS colour to hold its place while it loads
 */
export function pictureFor(key: string): { svg: string; alt: string; ground: string } {
  const kind = PICTURE_KINDS[key];
  if (kind === undefined) throw new Error(`There is no picture "${key}".`);
  const ground = GROUNDS[kind.ground];
  return { svg: drawPicture(composeIcons(kind), ground), alt: kind.alt, ground: ground.to };
}

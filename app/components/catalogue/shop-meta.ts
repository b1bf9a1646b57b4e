import type { MetaDescriptor } from "@remix-run/node";
import type { ShopState } from "../ui/shop-state.ts";

/** The pages that make up the present one, as `meta` gets them; the root's loader knows the shop's outside address. */
export type Matches = readonly { readonly id: string; readonly data?: unknown }[];

type Page = {
  readonly title: string;
  readonly description: string;
  /** the one address of this page, without search and village */
  readonly path: string;
  readonly image?: string;
  readonly type?: "website" | "product";
  readonly hidden?: boolean;
  /** the pages before and after it in a long list */
  readonly previous?: string;
  readonly next?: string;
};

const SITE = "Lapak Lampung";

/** A path of ours as others have to write it; as it is where PUBLIC_URL is not set. */
export function wholeAddress(matches: Matches, path: string): string {
  const root = matches.find(({ id }) => id === "root")?.data as ShopState | undefined;
  return `${root?.publicUrl ?? ""}${path}`;
}

/**
 * Title, description, canonical address and Open Graph of a public page. Addresses are whole where PUBLIC_URL is set:
 * WhatsApp shows a picture only then.
 */
export function shopMeta(
  matches: Matches,
  { title, description, path, image, type = "website", hidden, previous, next }: Page,
): MetaDescriptor[] {
  const whole = (local: string) => wholeAddress(matches, local);
  return [
    { title: title === SITE ? title : `${title} · ${SITE}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: whole(path) },
    { property: "og:site_name", content: SITE },
    { property: "og:locale", content: "id_ID" },
    { property: "og:type", content: type },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: whole(path) },
    ...(image ? [{ property: "og:image", content: whole(image) }] : []),
    ...(previous ? [{ tagName: "link", rel: "prev", href: whole(previous) }] : []),
    ...(next ? [{ tagName: "link", rel: "next", href: whole(next) }] : []),
    ...(hidden ? [{ name: "robots", content: "noindex" }] : []),
  ];
}

import type { MetaDescriptor } from "@remix-run/node";

type Page = {
  readonly title: string;
  readonly description: string;
  /** the one address of this page, without search and village */
  readonly path: string;
  readonly image?: string;
  readonly type?: "website" | "product";
  readonly hidden?: boolean;
};

const SITE = "Lapak Lampung";

/** Title, description, canonical address and Open Graph of a public page. */
export function shopMeta({
  title,
  description,
  path,
  image,
  type = "website",
  hidden,
}: Page): MetaDescriptor[] {
  return [
    { title: title === SITE ? title : `${title} · ${SITE}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: path },
    { property: "og:site_name", content: SITE },
    { property: "og:locale", content: "id_ID" },
    { property: "og:type", content: type },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: path },
    ...(image ? [{ property: "og:image", content: image }] : []),
    ...(hidden ? [{ name: "robots", content: "noindex" }] : []),
  ];
}

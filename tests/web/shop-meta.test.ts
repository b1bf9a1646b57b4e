import { expect, it } from "vitest";
import { shopMeta } from "#app/components/catalogue/shop-meta.ts";

const page = {
  title: "Kopi",
  description: "Kopi robusta",
  path: "/produk/kopi",
  image: "/gambar/a-640.webp",
};
const root = (publicUrl: string | null) => [{ id: "root", data: { publicUrl } }];

it("gives whole addresses where the shop's own is known, as link previews need them", () => {
  const tags = shopMeta(root("https://lapaklampung.id"), page);
  expect(tags).toContainEqual({ property: "og:image", content: "https://lapaklampung.id/gambar/a-640.webp" });
  expect(tags).toContainEqual({
    tagName: "link",
    rel: "canonical",
    href: "https://lapaklampung.id/produk/kopi",
  });
});

it("stays with local ones otherwise, and when the root itself failed", () => {
  for (const matches of [root(null), []]) {
    expect(shopMeta(matches, page)).toContainEqual({ property: "og:url", content: "/produk/kopi" });
  }
});

import type { SearchRequest } from "#app/domain/catalogue/search-catalogue.server.ts";
import type { Choices } from "#app/domain/catalogue/search-choices.ts";
import { count } from "#app/lib/rupiah.ts";
import { countFilters, searchHref } from "#app/web/search-params.ts";

type Page = {
  readonly asked: SearchRequest;
  readonly choices: Choices;
  readonly total: number;
  readonly pages: number;
};

/** What is looked at, as a heading: “kopi”, Keripik dari Pesawaran, Buatan Lampung. */
export function searchTitle({ asked, choices }: Pick<Page, "asked" | "choices">): string {
  if (asked.text) return `“${asked.text}”`;
  const only = (chosen: readonly string[], among: Choices["regency"]) =>
    chosen.length === 1 ? among.find((choice) => choice.value === chosen[0])?.label : undefined;
  const kinds = choices.category.flatMap((branch) => [branch, ...branch.kinds]);
  const regency = only(asked.regency, choices.regency);
  const what = only(asked.category, kinds) ?? "Buatan Lampung";
  return regency ? `${what} dari ${regency}` : what;
}

/** Kinds and places are pages of the shop; every other mix of filters, and every search, is one buyer's own view. */
export function isShopPage(asked: SearchRequest): boolean {
  const { category, regency } = asked;
  return (
    asked.text === "" &&
    asked.sort === "relevan" &&
    category.length <= 1 &&
    regency.length <= 1 &&
    countFilters(asked) === category.length + regency.length
  );
}

/** What the head of a search page says to crawlers: one address, its neighbours, and whether to keep it. */
export function searchMeta(page: Page) {
  const { asked, total, pages } = page;
  const title = searchTitle(page);
  const isPublic = isShopPage(asked);
  const what =
    asked.text || title === "Buatan Lampung" ? "Produk UMKM Lampung" : `${title}: buatan UMKM Lampung`;
  const at = (number: number) => searchHref({ ...asked, page: number });
  return {
    title: asked.page > 1 ? `${title}, halaman ${count(asked.page)}` : title,
    description:
      isPublic && total > 0
        ? `${what}. ${total >= 1_000 ? "Lebih dari 1.000" : count(total)} pilihan langsung dari pembuatnya, diantar warung tetangga, bayar di tempat.`
        : "Cari produk UMKM Lampung: keripik, kopi, tapis, madu, dan lainnya. Saring menurut daerah, harga, dan pembuat.",
    path: asked.text ? "/produk" : at(asked.page),
    previous: isPublic && asked.page > 1 ? at(asked.page - 1) : undefined,
    next: isPublic && asked.page < pages ? at(asked.page + 1) : undefined,
    hidden: !isPublic || total === 0,
  };
}

// A search that found no product: what to try next, and the kinds there are.
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import type { SearchRequest } from "#app/domain/catalogue/search-catalogue.server.ts";
import { countFilters, searchHref, unfiltered } from "#app/web/search-params.ts";

type Props = {
  readonly asked: SearchRequest;
  readonly popular: readonly { readonly slug: string; readonly name: string }[];
  /** staples were found: then nothing is missing */
  readonly hasStaples: boolean;
};

export function SearchNothing({ asked, popular, hasStaples }: Props) {
  const narrowed = countFilters(asked) > 0;
  if (hasStaples && !narrowed) return null;
  return (
    <>
      <Empty
        title={asked.text ? `Belum ada yang cocok dengan “${asked.text}”` : "Belum ada yang cocok"}
        action={
          narrowed ? (
            <ButtonLink to={searchHref(unfiltered(asked))}>Cari tanpa saringan</ButtonLink>
          ) : (
            <ButtonLink to="/produk">Lihat semua produk</ButtonLink>
          )
        }
      >
        {narrowed
          ? "Saringannya mungkin terlalu sempit. Longgarkan sedikit, lalu coba lagi."
          : "Coba kata yang lebih pendek, misalnya “keripik” saja, atau pilih jenisnya di bawah."}
      </Empty>
      <nav aria-label="Jenis barang" className="mt-4 flex flex-wrap justify-center gap-2">
        {popular.map((category) => (
          <Chip
            key={category.slug}
            to={`/produk?kategori=${category.slug}`}
            picture={`/ikon/${category.slug}.svg`}
          >
            {category.name}
          </Chip>
        ))}
      </nav>
    </>
  );
}

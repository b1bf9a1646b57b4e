import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AddStaple } from "#app/components/catalogue/add-staple.tsx";
import { useBasketBar } from "#app/components/catalogue/basket-bar.tsx";
import { DidYouMean } from "#app/components/catalogue/did-you-mean.tsx";
import { EmptySearch } from "#app/components/catalogue/empty-search.tsx";
import { ProductGrid } from "#app/components/catalogue/product-card.tsx";
import {
  ActiveFilters,
  type Choice,
  SearchFilters,
  SortChips,
} from "#app/components/catalogue/search-filters.tsx";
import { shopMeta } from "#app/components/catalogue/shop-meta.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findCalendar } from "#app/domain/calendar/find-calendar.server.ts";
import { findCategories } from "#app/domain/catalogue/find-categories.server.ts";
import { findPopular } from "#app/domain/catalogue/find-popular.server.ts";
import { meantBy } from "#app/domain/catalogue/meant-by.ts";
import { searchCatalogue } from "#app/domain/catalogue/search-catalogue.server.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { listRegencies } from "#app/domain/regions/list-regencies.server.ts";
import { arrivesToday } from "#app/domain/warung/arrives-today.ts";
import { now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";
import { PER_PAGE, readSearch, searchHref } from "#app/web/search-params.ts";

/** Choices that would find something, or that are made already, most first. */
function choicesOf(
  names: readonly { readonly value: string; readonly label: string }[],
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
): Choice[] {
  return names
    .map((name) => ({ ...name, count: counts[name.value] ?? 0 }))
    .filter((choice) => choice.count > 0 || chosen.includes(choice.value))
    .sort((a, b) => b.count - a.count);
}

export const loader = reading(async ({ db, request, url, context }) => {
  const { asked, isOddPage } = readSearch(url.searchParams);
  const [village, categories, regencies, calendar] = await Promise.all([
    findVillage(db, readCookie(request, VILLAGE)),
    findCategories(db),
    listRegencies(db),
    findCalendar(db),
  ]);
  let found = await searchCatalogue(db, asked, village?.regencyCode, context.changes);
  const pages = Math.max(1, Math.ceil(found.total / PER_PAGE));
  const page = Math.min(asked.page, pages);
  if (page < asked.page) {
    found = await searchCatalogue(db, { ...asked, page }, village?.regencyCode);
  }
  const { facets, products, staples } = found;
  if (found.isWish)
    context.searched({ text: asked.text, found: found.total + staples.length, source: found.source });
  const isEmpty = found.total === 0 && staples.length === 0;
  const popular = isEmpty && found.isWish ? await findPopular(db, village?.regencyCode) : [];
  return {
    asked: { ...asked, page },
    meant: meantBy(asked.text) ?? null,
    others: popular,
    /** which page was shown instead of one that does not exist */
    instead: isOddPage || page < asked.page ? page : null,
    pages,
    total: found.total,
    products,
    staples,
    village: village?.name ?? null,
    todayFrom: arrivesToday("district", now(), calendar) ? village?.districtCode : undefined,
    choices: {
      category: choicesOf(
        categories.map(({ slug, name }) => ({ value: slug, label: name })),
        facets.category,
        asked.category,
      ),
      regency: choicesOf(
        regencies.map(({ code, name }) => ({ value: code, label: name })),
        facets.regency,
        asked.regency,
      ),
      seller: facets.seller.map((seller) => ({
        value: seller.slug,
        label: seller.name,
        count: seller.count,
      })),
    },
    popular: categories.slice(0, 8),
  };
});

/** The search counts no further. */
const REACHABLE = 1000;

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

function titleOf({ asked, choices }: Pick<Found, "asked" | "choices">): string {
  if (asked.text) return `“${asked.text}”`;
  const category =
    asked.category.length === 1 ? choices.category.find((c) => c.value === asked.category[0]) : undefined;
  const regency =
    asked.regency.length === 1 ? choices.regency.find((c) => c.value === asked.regency[0]) : undefined;
  const what = category?.label ?? "Buatan Lampung";
  return regency ? `${what} dari ${regency.label}` : what;
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  shopMeta(matches, {
    title: data ? titleOf(data) : "Produk",
    description:
      "Cari produk UMKM Lampung: keripik, kopi, tapis, madu, dan lainnya. Saring menurut daerah, harga, dan pembuat.",
    path: data && !data.asked.text ? searchHref({ ...data.asked, sort: "relevan" }) : "/produk",
    hidden: Boolean(data?.asked.text),
  });

function Nothing({ asked, popular, staples }: Pick<Found, "asked" | "popular" | "staples">) {
  const filtered = asked.category.length + asked.regency.length + asked.seller.length > 0;
  const narrowed = filtered || asked.priceMin !== undefined || asked.priceMax !== undefined || asked.inStock;
  const wide = {
    ...asked,
    category: [],
    regency: [],
    seller: [],
    priceMin: undefined,
    priceMax: undefined,
    inStock: false,
    page: 1,
  };
  if (staples.length > 0 && !narrowed) return null;
  return (
    <>
      <Empty
        title={asked.text ? `Belum ada yang cocok dengan “${asked.text}”` : "Belum ada yang cocok"}
        action={
          narrowed ? (
            <ButtonLink to={searchHref(wide)}>Cari tanpa saringan</ButtonLink>
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

function Staples({ staples, village, asked }: Pick<Found, "staples" | "village" | "asked">) {
  if (staples.length === 0) return null;
  const here = searchHref(asked);
  return (
    <Section title="Sembako" className="mt-4!">
      <div className="card divide-y divide-line px-4 py-1">
        {staples.map((staple) => (
          <AddStaple
            key={staple.id}
            staple={staple}
            back={here}
            unknownPrice={village ? undefined : "harga menurut desa Anda"}
          />
        ))}
      </div>
      {village ? (
        <p className="muted mt-2 text-sm">Harga sembako resmi di daerah {village} hari ini.</p>
      ) : (
        <ButtonLink to={`/lokasi?lanjut=${encodeURIComponent(here)}`} kind="outlined" small className="mt-3">
          Pilih desa untuk melihat harga
        </ButtonLink>
      )}
    </Section>
  );
}

export default function SearchPage() {
  const found = useLoaderData<typeof loader>();
  const { asked, products, staples, total, pages, choices, instead, village, todayFrom } = found;
  const basket = useBasketBar();
  const bar = staples.length > 0 ? basket : undefined;
  return (
    <ShopPage q={asked.text} bar={bar}>
      <h1>{titleOf(found)}</h1>
      <DidYouMean typed={asked.text} meant={found.meant} found={total + staples.length > 0} />
      <p className="muted mt-1" role="status">
        {total > 0
          ? `${total >= REACHABLE ? "Lebih dari " : ""}${count(total)} produk`
          : "Tidak ada produk yang cocok"}
      </p>
      {instead !== null ? (
        <div className="mt-3">
          <Notice>
            Halaman yang diminta tidak ada. Ini halaman {count(instead)} dari {count(pages)}.
          </Notice>
        </div>
      ) : null}
      <Staples staples={staples} village={village} asked={asked} />
      <div className="mt-4 gap-8 lg:flex lg:items-start">
        <SearchFilters asked={asked} choices={choices} />
        <div className="mt-3 min-w-0 grow lg:mt-0">
          {total > 0 ? <SortChips asked={asked} /> : null}
          <ActiveFilters asked={asked} choices={choices} />
          {products.length > 0 ? (
            <div className="mt-4">
              <ProductGrid products={products} eager={staples.length > 0 ? 0 : 2} todayFrom={todayFrom} />
            </div>
          ) : (
            <>
              <Nothing {...found} />
              {found.others.length > 0 ? <EmptySearch popular={found.others} todayFrom={todayFrom} /> : null}
            </>
          )}
          <Pager page={asked.page} pages={pages} hrefFor={(page) => searchHref({ ...asked, page })} />
        </div>
      </div>
    </ShopPage>
  );
}

import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActiveFilters, SortChips } from "#app/components/catalogue/active-filters.tsx";
import { useBasketBar } from "#app/components/catalogue/basket-bar.tsx";
import { DidYouMean } from "#app/components/catalogue/did-you-mean.tsx";
import { EmptySearch } from "#app/components/catalogue/empty-search.tsx";
import { MakerRow } from "#app/components/catalogue/maker-row.tsx";
import { ProductGrid } from "#app/components/catalogue/product-card.tsx";
import { SearchFilters } from "#app/components/catalogue/search-filters.tsx";
import { isShopPage, searchMeta, searchTitle } from "#app/components/catalogue/search-meta.ts";
import { SearchNothing } from "#app/components/catalogue/search-nothing.tsx";
import { SearchStaples } from "#app/components/catalogue/search-staples.tsx";
import { shopMeta } from "#app/components/catalogue/shop-meta.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findCalendar } from "#app/domain/calendar/find-calendar.server.ts";
import { kindsIn, narrowedTo } from "#app/domain/catalogue/category-tree.ts";
import { findCategories } from "#app/domain/catalogue/find-categories.server.ts";
import { findCategoryTree } from "#app/domain/catalogue/find-category-tree.server.ts";
import { findIntroduced } from "#app/domain/catalogue/find-introduced.server.ts";
import { findPopular } from "#app/domain/catalogue/find-popular.server.ts";
import { findSellerNames } from "#app/domain/catalogue/find-seller-names.server.ts";
import { meantBy } from "#app/domain/catalogue/meant-by.ts";
import { searchCatalogue } from "#app/domain/catalogue/search-catalogue.server.ts";
import { choicesFor } from "#app/domain/catalogue/search-choices.ts";
import type { Introduced } from "#app/domain/catalogue/seller-turns.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { listRegencies } from "#app/domain/regions/list-regencies.server.ts";
import { arrivesToday } from "#app/domain/warung/arrives-today.ts";
import { now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";
import { isTidy, PER_PAGE, readSearch, searchHref } from "#app/web/search-params.ts";

export const loader = reading(async ({ db, request, url, context }) => {
  const read = readSearch(url.searchParams);
  const tree = await findCategoryTree(db);
  const asked = { ...read.asked, category: narrowedTo(tree, read.asked.category) };
  // A form sends its empty fields, too: each search has one address, to be kept and passed on.
  if (!read.isOddPage && !isTidy(url.searchParams, asked)) throw redirect(searchHref(asked));
  const introduces = isShopPage(asked) && asked.page === 1;
  const ofPage = { regencies: asked.regency, categories: kindsIn(tree, asked.category) };
  const [village, categories, regencies, calendar, sellers, makers] = await Promise.all([
    findVillage(db, readCookie(request, VILLAGE)),
    findCategories(db),
    listRegencies(db),
    findCalendar(db),
    findSellerNames(db, asked.seller),
    introduces ? findIntroduced(db, ofPage, now()) : Promise.resolve<Introduced[]>([]),
  ]);
  let found = await searchCatalogue(db, asked, village, context.changes);
  const pages = Math.max(1, Math.ceil(found.total / PER_PAGE));
  const page = Math.min(asked.page, pages);
  if (page < asked.page) found = await searchCatalogue(db, { ...asked, page }, village);
  const { facets, products, staples, total } = found;
  if (found.isWish)
    context.searched({ text: asked.text, found: total + staples.length, source: found.source });
  const isEmpty = total === 0 && staples.length === 0;
  const popular = isEmpty && found.isWish ? await findPopular(db, village) : [];
  return {
    asked: { ...asked, page },
    meant: meantBy(asked.text) ?? null,
    others: popular,
    /** which page was shown instead of one that does not exist */
    instead: read.isOddPage || page < asked.page ? page : null,
    pages,
    total,
    products,
    staples,
    village: village?.name ?? null,
    todayFrom: arrivesToday("district", now(), calendar) ? village?.districtCode : undefined,
    choices: choicesFor(facets, asked, { tree, regencies, sellers, village }),
    popular: categories.slice(0, 8),
    makers,
  };
});

/** So many products stand before the makers. */
const BEFORE_MAKERS = 8;
/** The search counts no further. */
const REACHABLE = 1000;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? shopMeta(matches, searchMeta(data)) : [{ title: "Produk · Lapak Lampung" }];

/** What stands between the buyer and what they asked for: a page that is not there, or a village not chosen. */
function Hints({ found }: { found: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { asked, instead, pages, village } = found;
  const needsVillage = village === null && (asked.sort === "terdekat" || asked.near !== undefined);
  return (
    <>
      {instead !== null ? (
        <div className="mt-3">
          <Notice>
            Halaman yang diminta tidak ada. Ini halaman {count(instead)} dari {count(pages)}.
          </Notice>
        </div>
      ) : null}
      {needsVillage ? (
        <div className="mt-3">
          <Notice title="Dekat dari mana?">
            <p>Pilih desa Anda dulu, supaya kami tahu mana yang terdekat.</p>
            <ButtonLink
              to={`/lokasi?lanjut=${encodeURIComponent(searchHref(asked))}`}
              kind="outlined"
              small
              className="mt-2"
            >
              Pilih desa
            </ButtonLink>
          </Notice>
        </div>
      ) : null}
    </>
  );
}

export default function SearchPage() {
  const found = useLoaderData<typeof loader>();
  const { asked, products, staples, total, pages, choices, village, todayFrom } = found;
  const basket = useBasketBar();
  const bar = staples.length > 0 ? basket : undefined;
  return (
    <ShopPage q={asked.text} bar={bar}>
      <h1>{searchTitle(found)}</h1>
      <DidYouMean typed={asked.text} meant={found.meant} found={total + staples.length > 0} />
      <p className="muted mt-1" role="status">
        {total > 0
          ? `${total >= REACHABLE ? "Lebih dari " : ""}${count(total)} produk`
          : "Tidak ada produk yang cocok"}
      </p>
      <Hints found={found} />
      <SearchStaples staples={staples} village={village} here={searchHref(asked)} />
      <div className="mt-4 gap-8 lg:flex lg:items-start">
        <SearchFilters asked={asked} choices={choices} />
        <div className="mt-3 min-w-0 grow lg:mt-0">
          {total > 0 ? <SortChips asked={asked} /> : null}
          <ActiveFilters asked={asked} choices={choices} />
          {products.length > 0 ? (
            <div className="mt-4">
              <ProductGrid
                products={products.slice(0, BEFORE_MAKERS)}
                eager={staples.length > 0 ? 0 : 2}
                todayFrom={todayFrom}
              />
              <MakerRow makers={found.makers} />
              {products.length > BEFORE_MAKERS ? (
                <div className="mt-4">
                  <ProductGrid products={products.slice(BEFORE_MAKERS)} todayFrom={todayFrom} />
                </div>
              ) : null}
            </div>
          ) : (
            <>
              <SearchNothing asked={asked} popular={found.popular} hasStaples={staples.length > 0} />
              {found.others.length > 0 ? <EmptySearch popular={found.others} todayFrom={todayFrom} /> : null}
            </>
          )}
          <Pager page={asked.page} pages={pages} hrefFor={(page) => searchHref({ ...asked, page })} />
        </div>
      </div>
    </ShopPage>
  );
}

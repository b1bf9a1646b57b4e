import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { ProductGrid } from "#app/components/catalogue/product-grid.tsx";
import { SearchFilters } from "#app/components/catalogue/search-filters.tsx";
import { StapleRow } from "#app/components/catalogue/staple-row.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { findCategories } from "#app/domain/catalogue/find-categories.server.ts";
import { searchCatalogue } from "#app/domain/catalogue/search-catalogue.server.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { listRegencies } from "#app/domain/regions/list-regencies.server.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";
import { PER_PAGE, readSearch, searchHref } from "#app/web/search-params.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.asked.text ? `${data.asked.text}: ` : "Semua "}produk buatan Lampung · Lapak Lampung` },
  // one page per product is enough for search engines; combinations of filters are endless
  ...(data?.isNarrowed ? [{ name: "robots", content: "noindex, follow" }] : []),
];

export const loader = reading(async ({ db, url, request }) => {
  const asked = readSearch(url.searchParams);
  const village = await findVillage(db, readCookie(request, VILLAGE));
  const [{ products, staples, total, facets }, categories, regencies] = await Promise.all([
    searchCatalogue(db, asked, village?.regencyCode),
    findCategories(db),
    listRegencies(db),
  ]);
  const category = categories
    .map(({ slug, name }) => ({ value: slug, label: name, count: facets.category[slug] ?? 0 }))
    .filter(({ value, count: found }) => found > 0 || asked.category.includes(value));
  const regency = regencies
    .map(({ code, name }) => ({ value: code, label: name, count: facets.regency[code] ?? 0 }))
    .filter(({ value, count: found }) => found > 0 || asked.regency.includes(value));
  const known = facets.seller.map(({ slug, name, count: found }) => ({
    value: slug,
    label: name,
    count: found,
  }));
  const unknown = asked.seller.filter((slug) => !known.some(({ value }) => value === slug));
  return {
    asked,
    products,
    staples,
    total,
    pages: Math.ceil(total / PER_PAGE),
    isNarrowed: url.search.length > 0,
    category,
    regency,
    seller: [
      ...known,
      ...unknown.map((slug) => ({ value: slug, label: slug.replaceAll("-", " "), count: 0 })),
    ],
    village: village?.name ?? null,
  };
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function Chosen({ data, params }: { readonly data: Data; readonly params: URLSearchParams }) {
  const { asked } = data;
  const without = (name: string, value?: string) => searchHref(params, (next) => next.delete(name, value));
  const label = (choices: Data["category"], value: string) =>
    choices.find((one) => one.value === value)?.label ?? value;
  const chips = [
    ...asked.category.map((value) => ({ to: without("kategori", value), text: label(data.category, value) })),
    ...asked.regency.map((value) => ({ to: without("kabupaten", value), text: label(data.regency, value) })),
    ...asked.seller.map((value) => ({ to: without("penjual", value), text: label(data.seller, value) })),
    ...(asked.priceMin === undefined
      ? []
      : [{ to: without("harga_min"), text: `dari ${rupiah(asked.priceMin)}` }]),
    ...(asked.priceMax === undefined
      ? []
      : [{ to: without("harga_max"), text: `sampai ${rupiah(asked.priceMax)}` }]),
    ...(asked.inStock ? [{ to: without("tersedia"), text: "ada stok" }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <nav aria-label="Saringan terpilih" className="mt-3 flex flex-wrap gap-2">
      {chips.map((chip) => (
        <Chip key={chip.text} to={chip.to} remove>
          {chip.text}
        </Chip>
      ))}
    </nav>
  );
}

function NothingFound({ data }: { readonly data: Data }) {
  const { asked } = data;
  const isBeyond = data.total > 0;
  if (isBeyond) {
    return (
      <Empty title="Halaman ini kosong" action={<ButtonLink to="?halaman=1">Ke halaman pertama</ButtonLink>}>
        Daftarnya hanya {count(data.pages)} halaman.
      </Empty>
    );
  }
  return (
    <Empty
      title={asked.text ? `Belum ada “${asked.text.slice(0, 60)}”` : "Belum ada yang cocok"}
      action={
        <>
          {data.isNarrowed && asked.text ? (
            <ButtonLink kind="outlined" to={`/produk?q=${encodeURIComponent(asked.text)}`}>
              Lepas semua saringan
            </ButtonLink>
          ) : null}
          <ButtonLink to="/produk">Lihat semua produk</ButtonLink>
        </>
      }
    >
      Coba kata yang lebih pendek, misalnya <Link to="/produk?q=keripik">keripik</Link>,{" "}
      <Link to="/produk?q=kopi">kopi</Link>, atau <Link to="/produk?q=tapis">tapis</Link>.
    </Empty>
  );
}

export default function Search() {
  const data = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { asked, products, staples, total } = data;
  const only =
    asked.category.length === 1 ? data.category.find(({ value }) => value === asked.category[0]) : undefined;
  const title = asked.text ? `“${asked.text.slice(0, 60)}”` : (only?.label ?? "Semua produk");
  const filters = (
    <SearchFilters
      text={asked.text}
      sort={asked.sort}
      priceMin={asked.priceMin}
      priceMax={asked.priceMax}
      inStock={asked.inStock ?? false}
      groups={[
        { name: "kategori", title: "Jenis", choices: data.category, chosen: asked.category },
        { name: "kabupaten", title: "Dibuat di", choices: data.regency, chosen: asked.regency },
        { name: "penjual", title: "Penjual", choices: data.seller, chosen: asked.seller },
      ]}
    />
  );
  return (
    <ShopPage q={asked.text}>
      <div className="lg:grid lg:grid-cols-[16rem_1fr] lg:gap-8">
        <aside className="hidden lg:block" aria-label="Saringan">
          {filters}
        </aside>
        <div>
          <h1>{title}</h1>
          <p className="muted" role="status">
            {total >= 1000 ? "Lebih dari 1.000" : count(total)} produk
            {staples.length > 0 ? ` dan ${staples.length} sembako` : ""}
          </p>
          <details className="card mt-3 px-4 lg:hidden">
            <summary className="tap cursor-pointer font-semibold">Saring dan urutkan</summary>
            <div className="pb-4">{filters}</div>
          </details>
          <Chosen data={data} params={params} />
          {staples.length > 0 ? (
            <Section title="Sembako dari warung" className="mt-5">
              <ul className="card divide-y divide-line">
                {staples.map((staple) => (
                  <StapleRow
                    key={staple.id}
                    staple={staple}
                    back={`/produk?q=${encodeURIComponent(asked.text)}`}
                  />
                ))}
              </ul>
            </Section>
          ) : null}
          <div className="mt-5">
            {products.length > 0 ? (
              <ProductGrid products={products} first={2} />
            ) : staples.length === 0 ? (
              <NothingFound data={data} />
            ) : null}
          </div>
          <Pager
            page={asked.page}
            pages={data.pages}
            hrefFor={(page) => searchHref(params, (next) => next.set("halaman", String(page)))}
          />
        </div>
      </div>
    </ShopPage>
  );
}

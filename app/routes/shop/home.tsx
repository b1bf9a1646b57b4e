import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { MakerRow } from "#app/components/catalogue/maker-row.tsx";
import { ProductGrid } from "#app/components/catalogue/product-card.tsx";
import { shopMeta } from "#app/components/catalogue/shop-meta.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Chip, Tag } from "#app/components/ui/chip.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { TapisBand } from "#app/components/ui/tapis-band.tsx";
import { findCalendar } from "#app/domain/calendar/find-calendar.server.ts";
import { findCategories } from "#app/domain/catalogue/find-categories.server.ts";
import { findFigures } from "#app/domain/catalogue/find-figures.server.ts";
import { findHomeProducts } from "#app/domain/catalogue/find-home-products.server.ts";
import { findIntroduced } from "#app/domain/catalogue/find-introduced.server.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { arrivesToday } from "#app/domain/warung/arrives-today.ts";
import { findNearestWarung } from "#app/domain/warung/find-nearest-warung.server.ts";
import { now } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { VILLAGE } from "#app/web/cookie-names.ts";
import { readCookie } from "#app/web/cookies.server.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = ({ matches }) =>
  shopMeta(matches, {
    title: "Lapak Lampung",
    description:
      "Belanja buatan UMKM Lampung dan sembako, diantar warung tetangga. Bayar di tempat, tanpa aplikasi.",
    path: "/",
  });

export const loader = reading(async ({ db, request }) => {
  const village = await findVillage(db, readCookie(request, VILLAGE));
  const regencies = village ? [village.regencyCode] : [];
  const [figures, products, categories, calendar, warung, makers] = await Promise.all([
    findFigures(db),
    findHomeProducts(db, village),
    findCategories(db),
    findCalendar(db),
    village ? findNearestWarung(db, village.code) : null,
    findIntroduced(db, { regencies, categories: [] }, now(), village?.regencyCode),
  ]);
  return {
    village: village ? { name: village.name, regencyCode: village.regencyCode } : null,
    /** goods made in this district can still be brought today */
    todayFrom:
      village && warung && arrivesToday("district", now(), calendar) ? village.districtCode : undefined,
    figures,
    categories,
    warung,
    makers,
    ...products,
  };
});

type Home = ReturnType<typeof useLoaderData<typeof loader>>;

/** True sentences only: a figure that is missing or zero says nothing. */
function readyText(figures: Home["figures"]): string {
  const ready = figures.ready_warung ?? 0;
  const shops = ready > 0 ? `${count(ready)} warung siap mengantar. ` : "";
  return `${shops}Bayar di tempat, tanpa aplikasi.`;
}

function WarungCard({ warung, village }: { warung: Home["warung"]; village: string }) {
  if (!warung) {
    return (
      <div className="card card-pad">
        <p className="font-bold">Belum ada warung yang mengantar ke {village}</p>
        <p className="muted">
          Anda tetap dapat melihat-lihat, atau memilih desa lain yang lebih dekat ke warung.
        </p>
        <Link to="/lokasi" className="link tap">
          Pilih desa lain
        </Link>
      </div>
    );
  }
  return (
    <Link to={`/warung/${warung.slug}`} className="card card-pad flex items-center gap-4">
      <img src="/ikon/warung.svg" alt="" width={52} height={52} />
      <span className="min-w-0 grow">
        <span className="block text-lg leading-snug font-bold">{warung.name}</span>
        <span className="muted block">
          {warung.distance ? `${warung.distance} dari Anda · ` : ""}
          {warung.openText}
        </span>
      </span>
      <Tag tone={warung.open ? "good" : "gold"}>{warung.open ? "Buka" : "Tutup"}</Tag>
    </Link>
  );
}

function VillagePrompt() {
  return (
    <div className="card card-pad sm:flex sm:items-center sm:gap-4">
      <div className="flex items-center gap-4 sm:grow">
        <img src="/ikon/warung.svg" alt="" width={52} height={52} />
        <div className="min-w-0">
          <p className="text-lg leading-snug font-bold">Anda tinggal di desa mana?</p>
          <p className="muted">Kami carikan warung terdekat, harga sembako, dan buatan tetangga Anda.</p>
        </div>
      </div>
      <ButtonLink to="/lokasi" className="mt-4 w-full sm:mt-0 sm:w-auto">
        Pilih desa Anda
      </ButtonLink>
    </div>
  );
}

function Movement({ figures }: { figures: Home["figures"] }) {
  const sales = figures.delivered_goods_month ?? 0;
  const sellers = figures.verified_umkm ?? 0;
  const products = figures.public_products ?? 0;
  if (sales + sellers + products === 0) return null;
  const makers = sellers > 0 ? `${count(sellers)} usaha kecil` : "usaha kecil Lampung";
  return (
    <div className="mt-8 overflow-hidden rounded-card bg-maroon text-white">
      <div className="p-5">
        <p className="text-white/90">Gerakan belanja buatan lokal</p>
        {sales > 0 ? (
          <>
            <p className="money mt-1 text-3xl font-extrabold tracking-tight">{rupiah(sales)}</p>
            <p className="mt-1 text-white/90">
              belanja bulan ini tinggal di Lampung, untuk warung dan {makers}
            </p>
          </>
        ) : (
          <>
            <p className="mt-1 text-3xl font-extrabold tracking-tight">{makers}</p>
            {products > 0 ? (
              <p className="mt-1 text-white/90">
                sudah diverifikasi dinas, dengan {count(products)} barang buatan sendiri
              </p>
            ) : null}
          </>
        )}
      </div>
      <TapisBand tall />
    </div>
  );
}

export default function HomePage() {
  const { village, todayFrom, figures, categories, warung, near, newest, makers } =
    useLoaderData<typeof loader>();
  const staples = warung ? `/warung/${warung.slug}#sembako` : `/lokasi?lanjut=${encodeURIComponent("/")}`;
  return (
    <ShopPage>
      <h1 className="md:text-3xl">Buatan Lampung, diantar warung tetangga.</h1>
      <p className="muted mt-1.5 text-lg leading-snug">{readyText(figures)}</p>

      <nav aria-label="Jenis barang" className="chip-row mt-4">
        <Chip to={staples} picture="/ikon/sembako.svg">
          Sembako
        </Chip>
        {categories.map((category) => (
          <Chip
            key={category.slug}
            to={`/produk?kategori=${category.slug}`}
            picture={`/ikon/${category.slug}.svg`}
          >
            {category.name}
          </Chip>
        ))}
      </nav>

      <div className="mt-5">
        {village ? <WarungCard warung={warung} village={village.name} /> : <VillagePrompt />}
      </div>

      {village && near.length > 0 ? (
        <Section
          title={`Dari sekitar ${village.name}`}
          more={
            <Link to={`/produk?kabupaten=${village.regencyCode}`} className="link tap shrink-0">
              Lihat semua
            </Link>
          }
        >
          <ProductGrid products={near} eager={2} todayFrom={todayFrom} />
        </Section>
      ) : null}

      <MakerRow makers={makers} />

      {newest.length > 0 ? (
        <Section
          title="Baru dari seluruh Lampung"
          more={
            <Link to="/produk?urut=terbaru" className="link tap shrink-0">
              Lihat semua
            </Link>
          }
        >
          <ProductGrid products={newest} eager={near.length > 0 ? 0 : 2} />
        </Section>
      ) : null}
      {near.length + newest.length === 0 ? (
        <Empty title="Lapak sedang disiapkan" picture="/ikon/warung.svg">
          Para pembuat sedang menata barangnya. Silakan datang lagi sebentar lagi.
        </Empty>
      ) : null}

      <Movement figures={figures} />
    </ShopPage>
  );
}

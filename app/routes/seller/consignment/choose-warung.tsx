import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { CardLink, Row } from "#app/components/ui/card.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { findNearWarung } from "#app/domain/consignment/find-near-warung.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { distanceText } from "#app/lib/distance.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Pilih warung · Titip jual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, url }) => {
  // NUL is not text to PostgreSQL
  const q = (url.searchParams.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 80);
  const [work, warung] = await Promise.all([
    countSellerWork(db, actor),
    findNearWarung(db, actor, { q: q || undefined }),
  ]);
  return { work, warung, q };
});

export default function ChooseWarung() {
  const { work, warung, q } = useLoaderData<typeof loader>();
  return (
    <WorkPage header={<SellerHeader work={work} current="products" />}>
      <Link to="/penjual/titip" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Titip jual
      </Link>
      <h1>Titip di warung mana?</h1>
      <p className="muted mt-1">Yang terdekat dengan usaha Anda di atas.</p>
      <Form action="/penjual/titip/baru" role="search" className="mt-4 flex gap-2">
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={80}
          aria-label="Cari warung atau tempat"
          placeholder="Nama warung atau desa"
          autoComplete="off"
          className="input min-w-0 grow"
        />
        <Button kind="outlined" small>
          Cari
        </Button>
      </Form>
      {warung.length > 0 ? (
        <div className="mt-4 space-y-3">
          {warung.map((one) => (
            <CardLink key={one.slug} to={`/penjual/titip/ke/${one.slug}`}>
              <Row
                icon="store"
                title={one.name}
                note={
                  <>
                    {one.village}, Kec. {one.district}, {one.regency}
                    <span className="block">
                      Menampung {one.shelf_limit} per barang
                      {one.on_shelf > 0 ? ` · ${one.on_shelf} milik Anda ada di sana` : ""}
                    </span>
                  </>
                }
                end={
                  <span className="muted text-[0.9375rem]">
                    {one.distance_m === null ? "" : distanceText(one.distance_m)}
                  </span>
                }
              />
            </CardLink>
          ))}
        </div>
      ) : (
        <Empty
          picture="/ikon/warung.svg"
          title={q ? "Tidak ada warung yang cocok" : "Belum ada warung yang menerima titipan"}
          action={
            q ? (
              <ButtonLink to="/penjual/titip/baru" kind="outlined">
                Lihat yang terdekat
              </ButtonLink>
            ) : undefined
          }
        >
          {q
            ? "Coba nama desa, kecamatan, atau sebagian nama warungnya."
            : "Warung yang baru dibuka akan muncul di sini."}
        </Empty>
      )}
    </WorkPage>
  );
}

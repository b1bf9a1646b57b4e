import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ShelfHistory } from "#app/components/consignment/shelf-history.tsx";
import { ShelfSum } from "#app/components/consignment/shelf-list.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { findShelfHistory } from "#app/domain/consignment/find-shelf-history.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { now } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { beforeOf, itemIdOf } from "#app/web/consignment-form.server.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.item.product ?? "Barang"} di rak · Titip jual · Lapak Lampung` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const question = {
    as: "seller",
    itemId: itemIdOf(params.item),
    before: beforeOf(url.searchParams),
  } as const;
  const [work, history] = await Promise.all([
    countSellerWork(db, actor),
    findShelfHistory(db, actor, question),
  ]);
  return { work, ...history, now: now() };
});

export default function SellerShelfItem() {
  const { work, item, moves, next, now: at } = useLoaderData<typeof loader>();
  const greeting = `Halo ${item.warung}, saya dari ${item.umkm} tentang titipan ${item.product} ${item.label}.`;
  return (
    <WorkPage header={<SellerHeader work={work} current="products" />}>
      <Link to="/penjual/titip" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Titip jual
      </Link>
      <h1>
        {item.product} {item.label}
      </h1>
      <p className="muted mt-1 mb-4">
        Di {item.warung}, {rupiah(item.price)}. Terjual {count(item.sold_week)} dalam 7 hari,{" "}
        {count(item.sold_month)} dalam 30 hari.
      </p>
      <ShelfSum item={item} />
      <div className="mt-4 grid gap-3 sm:grid-cols-2">
        <ButtonLink to={`/penjual/titip/ke/${item.warung_slug}`} kind="outlined">
          <Icon name="plus" size={18} /> Tambah titipan
        </ButtonLink>
        <ButtonLink
          plain
          kind="outlined"
          to={`https://wa.me/${item.warung_mobile.slice(1)}?text=${encodeURIComponent(greeting)}`}
        >
          <Icon name="message" /> WhatsApp warung
        </ButtonLink>
      </div>
      <ShelfHistory moves={moves} next={next} here={`/penjual/titip/rak/${item.id}`} now={at} />
    </WorkPage>
  );
}

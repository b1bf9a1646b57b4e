import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { ChangeList } from "#app/components/ui/change-list.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { findStockHistory } from "#app/domain/catalogue/find-stock-history.server.ts";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { now } from "#app/lib/clock.ts";
import { NotFound } from "#app/lib/errors.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Riwayat stok · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, params, url }) => {
  if (!/^[1-9]\d{0,14}$/.test(params.variant ?? "")) throw new NotFound("produk");
  const before = /^[1-9]\d{0,14}$/.exec(url.searchParams.get("sebelum") ?? "");
  const [work, history] = await Promise.all([
    countSellerWork(db, actor),
    findStockHistory(db, actor, {
      variantId: Number(params.variant),
      before: before ? Number(before[0]) : undefined,
    }),
  ]);
  return { work, ...history, variant: params.variant, now: now() };
});

type Change = {
  readonly cause: string;
  readonly actor_name: string | null;
  readonly order_code: string | null;
  readonly for_complaint: boolean;
  readonly consignment_code: string | null;
};

/** Why the stock changed, in words. */
function causeText({ cause, actor_name, order_code, for_complaint, consignment_code }: Change): string {
  const who = actor_name ? ` oleh ${actor_name}` : "";
  switch (cause) {
    case "start":
      return `Stok awal${who}`;
    case "set":
      return `Diubah${who}`;
    case "ordered":
      return `${for_complaint ? "Pengganti keluhan" : "Dipesan"}, ${order_code}`;
    case "given_back":
      return for_complaint ? `Pengganti batal, ${order_code}` : `Kembali dari ${order_code}`;
    case "missing":
      return `Tidak ada, ${order_code}`;
    case "consigned":
      return `Dititipkan ke warung, ${consignment_code}`;
    case "consignment_back":
      return consignment_code ? `Kembali dari titipan ${consignment_code}` : "Kembali dari rak warung";
    default:
      return `Lembar impor${who}`;
  }
}

export default function StockHistory() {
  const {
    work,
    product,
    slug,
    label,
    stock,
    changes,
    next,
    variant,
    now: at,
  } = useLoaderData<typeof loader>();
  const today = new Date(at);
  return (
    <WorkPage header={<SellerHeader work={work} current="products" />}>
      <Link to={`/penjual/produk/${slug}`} className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> {product}
      </Link>
      <h1>Riwayat stok {label}</h1>
      <p className="muted mt-1">
        Sekarang <b className="text-ink">{count(stock)}</b>. Setiap perubahan tercatat dengan sebabnya.
      </p>
      {changes.length > 0 ? (
        <div className="mt-4">
          <ChangeList
            changes={changes.map((change) => ({ ...change, text: causeText(change) }))}
            now={today}
          />
        </div>
      ) : (
        <Empty picture="/ikon/paket.svg" title="Belum ada perubahan">
          Begitu stoknya diubah atau dipesan, catatannya muncul di sini.
        </Empty>
      )}
      {next !== null ? (
        <div className="mt-4">
          <ButtonLink to={`/penjual/stok/${variant}?sebelum=${next}`} kind="outlined" small>
            Yang lebih lama
          </ButtonLink>
        </div>
      ) : null}
    </WorkPage>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { SellerOrder } from "#app/components/seller/seller-order.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Chip, Tag, type TagTone } from "#app/components/ui/chip.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { findSellerOrders, findSellerPastOrders } from "#app/domain/orders/find-seller-orders.server.ts";
import { SELLER_LINE_LABEL, type SellerLineStatus } from "#app/domain/orders/order-status.ts";
import { dayText, now } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Pesanan · Penjual · Lapak Lampung" }];

const TABS = { konfirmasi: "pending", antar: "confirmed", selesai: "done" } as const;
type Tab = keyof typeof TABS;

export const loader = reading(async ({ db, actor, url }) => {
  const work = await countSellerWork(db, actor);
  const asked = url.searchParams.get("keadaan") ?? "";
  const first: Tab = work.toConfirm === 0 && work.toHandOver > 0 ? "antar" : "konfirmasi";
  const tab = Object.hasOwn(TABS, asked) ? (asked as Tab) : first;
  const seen = /^[1-9]\d{0,14}$/.exec(url.searchParams.get("setelah") ?? "");
  const after = seen ? Number(seen[0]) : undefined;
  const state = TABS[tab];
  const open = state === "done" ? null : await findSellerOrders(db, actor, { status: state, after });
  const past = state === "done" ? await findSellerPastOrders(db, actor, { after }) : null;
  return { work, tab, open, past, kabar: url.searchParams.get("kabar"), now: now() };
});

const SAID: Record<string, { readonly tone: "good" | "info"; readonly text: string }> = {
  "tidak-ada": {
    tone: "good",
    text: "Tercatat. Pembeli sedang kami tanya; lanjutkan dulu barang yang ada.",
  },
  berubah: { tone: "info", text: "Pesanan itu sudah berubah. Yang perlu Anda kerjakan ada di bawah." },
};

const TONES: Record<string, TagTone> = { received: "good", unavailable: "late", cancelled: "plain" };

const EMPTY: Record<Tab, string> = {
  konfirmasi: "Tidak ada pesanan yang perlu dikonfirmasi",
  antar: "Tidak ada barang yang perlu diantar",
  selesai: "Belum ada pesanan yang selesai",
};

export default function SellerOrders() {
  const { work, tab, open, past, kabar, now: at } = useLoaderData<typeof loader>();
  const said = SAID[kabar ?? ""];
  const tabs: { key: Tab; label: string }[] = [
    { key: "konfirmasi", label: `Perlu dikonfirmasi${work.toConfirm ? ` (${work.toConfirm})` : ""}` },
    { key: "antar", label: `Perlu diantar${work.toHandOver ? ` (${work.toHandOver})` : ""}` },
    { key: "selesai", label: "Selesai" },
  ];
  const next = open?.next ?? past?.next ?? null;
  const none = (open?.orders.length ?? past?.orders.length ?? 0) === 0;
  return (
    <WorkPage header={<SellerHeader work={work} current="orders" />}>
      <h1>Pesanan</h1>
      <nav aria-label="Saring pesanan" className="mt-3 flex flex-wrap gap-2">
        {tabs.map(({ key, label }) => (
          <Chip key={key} to={`/penjual/pesanan?keadaan=${key}`} current={key === tab}>
            {label}
          </Chip>
        ))}
      </nav>
      {said ? (
        <div className="mt-4">
          <Notice tone={said.tone}>{said.text}</Notice>
        </div>
      ) : null}
      {open && !none ? (
        <div className="mt-4 space-y-4">
          <Link to="/penjual/laporan/serah" className="tap link">
            Daftar serah untuk dicetak
          </Link>
          {open.orders.map((order) => (
            <SellerOrder key={order.id} order={order} umkm={work.umkm} now={at} />
          ))}
        </div>
      ) : null}
      {past && !none ? (
        <ul className="card mt-4 divide-y divide-line">
          {past.orders.map((order) => (
            <li key={order.id} className="px-4 py-3">
              <div className="flex items-center justify-between gap-2">
                <b>{order.code}</b>
                <Tag tone={TONES[order.status] ?? "indigo"}>
                  {SELLER_LINE_LABEL[order.status as SellerLineStatus]}
                </Tag>
              </div>
              <p className="mt-1">{order.goods}</p>
              <p className="muted text-[0.9375rem]">
                {dayText(new Date(order.placed_at))} · {rupiah(order.amount)}
                {order.warung ? ` · ${order.warung}` : ""}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {none ? (
        <Empty picture="/ikon/paket.svg" title={EMPTY[tab]}>
          Pesanan muncul di sini begitu sebuah warung menerimanya.
        </Empty>
      ) : null}
      {next !== null ? (
        <div className="mt-4">
          <ButtonLink to={`/penjual/pesanan?keadaan=${tab}&setelah=${next}`} kind="outlined" small>
            Berikutnya
          </ButtonLink>
        </div>
      ) : null}
    </WorkPage>
  );
}

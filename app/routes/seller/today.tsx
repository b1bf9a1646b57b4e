import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { OwnRingSwitch } from "#app/components/account/ring-switch.tsx";
import { SalesChart } from "#app/components/seller/sales-chart.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { SellerOrder } from "#app/components/seller/seller-order.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Card, Section } from "#app/components/ui/card.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asPerson } from "#app/domain/accounts/actor.ts";
import { findSellerFigures } from "#app/domain/orders/find-seller-figures.server.ts";
import { findSellerToday } from "#app/domain/orders/find-seller-today.server.ts";
import { now } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Hari ini · Penjual · Lapak Lampung" }];

export const loader = reading(async ({ db, actor, url }) => {
  // an id that cannot be one means the beginning
  const after = /^[1-9]\d{0,14}$/.exec(url.searchParams.get("setelah") ?? "");
  const person = asPerson(actor);
  if (!person.memberships.some(({ role }) => role === "seller")) throw redirect("/penjual/pengajuan");
  const [today, figures] = await Promise.all([
    findSellerToday(db, actor, after ? { after: Number(after[0]) } : {}),
    findSellerFigures(db, actor),
  ]);
  return { ...today, figures, now: now() };
});

/** Sentences for what a form ended with. */
const SAID: Record<string, { readonly tone: "good" | "info"; readonly text: string }> = {
  dikonfirmasi: { tone: "good", text: "Pesanan dikonfirmasi. Siapkan barangnya, lalu antar ke warung." },
  diserahkan: { tone: "good", text: "Tercatat: barang sudah Anda serahkan. Warung akan memeriksanya." },
  berubah: {
    tone: "info",
    text: "Pesanan itu sudah tercatat sebelumnya, atau sudah dialihkan atau dibatalkan. Yang perlu Anda kerjakan ada di bawah.",
  },
};

/** What holds the business back from being seen, and the way to mend it. */
function Standing({ status }: { status: string }) {
  if (status === "verified") return null;
  const to = <ButtonLink to="/penjual/pengajuan">Buka pengajuan</ButtonLink>;
  return (
    <div className="mt-4">
      {status === "draft" ? (
        <Notice tone="gold" title="Pengajuan usaha belum dikirim" action={to}>
          Lengkapi dan kirim, supaya produk Anda dapat tampil untuk pembeli.
        </Notice>
      ) : null}
      {status === "returned" ? (
        <Notice tone="late" title="Pengajuan dikembalikan petugas" action={to}>
          Ada yang perlu diperbaiki sebelum usaha Anda terverifikasi.
        </Notice>
      ) : null}
      {status === "submitted" ? (
        <Notice tone="info" title="Pengajuan sedang diperiksa">
          Sambil menunggu, siapkan produk dan fotonya.
        </Notice>
      ) : null}
      {status === "suspended" ? (
        <Notice tone="late" title="Usaha ini sedang dibekukan" action={to}>
          Produk Anda tidak tampil untuk pembeli.
        </Notice>
      ) : null}
    </div>
  );
}

export default function SellerToday() {
  const { orders, next, soldOut, figures, now: at, ...work } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const said = SAID[params.get("kabar") ?? ""];
  const later = params.has("setelah");
  return (
    <WorkPage header={<SellerHeader work={work} current="today" />}>
      <h1>Hari ini</h1>
      {said ? (
        <div className="mt-4">
          <Notice tone={said.tone}>{said.text}</Notice>
        </div>
      ) : null}
      <Standing status={work.status} />
      {orders.length > 0 ? (
        <div className="mt-4 space-y-4">
          {orders.map((order) => (
            <SellerOrder key={order.id} order={order} umkm={work.umkm} now={at} />
          ))}
        </div>
      ) : (
        <Empty
          picture="/ikon/paket.svg"
          title={later ? "Tidak ada lagi di halaman ini" : "Belum ada pesanan untuk Anda"}
          action={
            <ButtonLink to="/penjual/produk" kind="outlined">
              Periksa stok produk
            </ButtonLink>
          }
        >
          Begitu sebuah warung menerima pesanan dengan produk Anda, pesanan itu muncul di sini.
        </Empty>
      )}
      {next !== null || later ? (
        <nav aria-label="Halaman" className="mt-4 flex justify-between gap-3">
          {later ? (
            <ButtonLink to="/penjual" kind="outlined" small>
              Ke yang paling mendesak
            </ButtonLink>
          ) : (
            <span />
          )}
          {next === null ? null : (
            <ButtonLink to={`/penjual?setelah=${next}`} kind="outlined" small>
              Berikutnya
            </ButtonLink>
          )}
        </nav>
      ) : null}
      {soldOut.length > 0 ? (
        <Section
          title={`Stok habis (${count(soldOut[0]!.total)})`}
          more={
            <Link to="/penjual/produk?keadaan=habis" className="tap link">
              Isi stok
            </Link>
          }
        >
          <ul className="card divide-y divide-line">
            {soldOut.map((variant) => (
              <li key={variant.id}>
                <Link
                  to={`/penjual/produk?keadaan=habis&q=${encodeURIComponent(variant.name)}`}
                  className="flex min-h-12 items-center justify-between gap-3 px-4 py-2"
                >
                  <span className="min-w-0">{variant.name}</span>
                  <span className="muted shrink-0">{variant.label}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Penjualan per minggu">
        <Card>
          <p className="muted">Belum dibayarkan kepada Anda</p>
          <p className="mb-4 text-2xl font-extrabold tracking-tight">{rupiah(figures.owed)}</p>
          <SalesChart weeks={figures.weeks} />
          <p className="muted mt-2 text-[0.9375rem]">
            Minggu ini {rupiah(figures.weeks.at(-1)?.amount ?? 0)}, dari barang yang sudah diterima pembeli.
          </p>
        </Card>
      </Section>
      <p className="mt-6">
        <Link to="/penjual" reloadDocument className="tap link">
          Perbarui
        </Link>
      </p>
      <div className="mt-4">
        <OwnRingSwitch />
      </div>
    </WorkPage>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { pageHref } from "#app/components/dinas/onwards.tsx";
import { percentText, ShareBars } from "#app/components/dinas/share-bars.tsx";
import { ShareTable } from "#app/components/dinas/share-table.tsx";
import { printLinks } from "#app/components/report/print-links.ts";
import { PrintHead, ReportTools } from "#app/components/report/report-tools.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { sortShops } from "#app/domain/reports/fair-share.ts";
import { findFairShare } from "#app/domain/reports/find-fair-share.server.ts";
import { monthAfter, monthName, reportMonth } from "#app/domain/reports/report-day.ts";
import { now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { askedShare } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Bagian tiap warung · Meja petugas" }];
export const links = printLinks;

const HERE = "/dinas/warung/bagian";

export const loader = reading(async ({ db, actor, url }) => {
  const { month, by, rising, regencyCode } = askedShare(url);
  const [desk, found] = await Promise.all([
    countDesk(db, actor),
    findFairShare(db, actor, { regencyCode, month }),
  ]);
  return {
    desk,
    ...found,
    shops: sortShops(found.shops, by, rising),
    by,
    rising,
    month: month.month,
    isCurrent: month.month === reportMonth(null, now()).month,
    now: now(),
  };
});

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

const isUneven = (gini: number) => (gini < 0.2 ? "merata" : gini < 0.4 ? "agak timpang" : "timpang");

function Summary({ orders, shops, equalShare, gini }: Found) {
  return (
    <section className="card card-pad space-y-4" aria-label="Bagian pesanan">
      <div>
        <h2>Bagian pesanan</h2>
        <p className="muted">
          {count(orders)} pesanan dibagi {count(Math.round(1 / equalShare))} warung; garis merah = sama rata,{" "}
          {percentText(equalShare)} tiap warung.
          {gini === null
            ? ""
            : ` Angka Gini ${gini.toLocaleString("id-ID", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}: ${isUneven(gini)}.`}
        </p>
      </div>
      <ShareBars shops={shops} equalShare={equalShare} />
    </section>
  );
}

function Definitions() {
  return (
    <section className="muted max-w-3xl space-y-1 text-[0.9375rem]" aria-label="Definisi">
      <p>
        <strong>Pesanan.</strong> Dibuat bulan ini dan dipegang warung itu, termasuk yang lalu dibatalkan;
        tanpa pesanan uji.
      </p>
      <p>
        <strong>Tingkat terima.</strong> Diterima dari semua tawaran yang dijawab atau dibiarkan habis
        waktunya. Yang ditugaskan petugas tidak dihitung.
      </p>
      <p>
        <strong>Menit menjawab.</strong> Nilai tengah (median) dari saat waktu menjawab berjalan; tawaran di
        luar jam buka dihitung sejak warung buka.
      </p>
      <p>
        <strong>Terlambat.</strong> Diserahkan lewat waktu janji, atau belum diserahkan padahal janjinya
        lewat.
      </p>
      <p>
        <strong>Ke petugas.</strong> Pernah ditawarkan ke warung itu, lalu sampai ke petugas.
      </p>
      <p>
        <strong>Angka Gini.</strong> 0 = semua mendapat sama banyak, mendekati 1 = satu warung mendapat
        semuanya.
      </p>
    </section>
  );
}

export default function FairSharePage() {
  const found = useLoaderData<typeof loader>();
  const { desk, regency, regencies, month, isCurrent, by, rising, shops } = found;
  const asked = { kabupaten: regencies.length > 1 ? regency.code : undefined, bulan: month };
  const order = { urut: by, arah: rising ? "naik" : undefined };
  return (
    <OfficePage
      desk={desk}
      current="warung"
      title="Bagian tiap warung"
      note={desk.isProvince ? `${regency.name}, ${monthName(month)}` : monthName(month)}
    >
      <PrintHead whose={`${regency.name}, ${monthName(month)}`} now={found.now} />
      <Link to="/dinas/warung" className="no-print tap -mt-3 mb-2 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Semua warung
      </Link>
      <div className="print-wide space-y-5">
        <div className="no-print flex flex-wrap items-end justify-between gap-4">
          <nav aria-label="Bulan" className="flex flex-wrap gap-2">
            <Chip to={pageHref(HERE, { ...asked, ...order, bulan: monthAfter(month, -1) })}>
              {monthName(monthAfter(month, -1))}
            </Chip>
            <Chip to={pageHref(HERE, { ...asked, ...order })} current>
              {monthName(month)}
            </Chip>
            {isCurrent ? null : (
              <Chip to={pageHref(HERE, { ...asked, ...order, bulan: monthAfter(month, 1) })}>
                {monthName(monthAfter(month, 1))}
              </Chip>
            )}
          </nav>
          {regencies.length > 1 ? (
            <Form key={regency.code} method="get" action={HERE} className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="bulan" value={month} />
              <SelectField
                label="Kabupaten/kota"
                name="kabupaten"
                defaultValue={regency.code}
                options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <Button kind="outlined">Tampilkan</Button>
            </Form>
          ) : null}
        </div>
        {shops.length > 0 ? (
          <>
            <ReportTools csv={pageHref("/dinas/warung/bagian.csv", { ...asked, ...order })} />
            <Summary {...found} />
            <ShareTable
              shops={shops}
              by={by}
              rising={rising}
              hrefFor={(urut, naik) => pageHref(HERE, { ...asked, urut, arah: naik ? "naik" : undefined })}
            />
            <Definitions />
          </>
        ) : (
          <Empty picture="/ikon/warung.svg" title="Belum ada warung yang siap di sini">
            Begitu warung siap dan mendapat pesanan, pembagiannya tampil di sini.
          </Empty>
        )}
      </div>
    </OfficePage>
  );
}

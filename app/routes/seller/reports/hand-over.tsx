import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DueGoodsTable } from "#app/components/report/due-goods.tsx";
import { printLinks } from "#app/components/report/print-links.ts";
import { PrintHead, ReportTools } from "#app/components/report/report-tools.tsx";
import { SellerHeader } from "#app/components/seller/seller-header.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { countSellerWork } from "#app/domain/orders/count-seller-work.server.ts";
import { findHandOverList } from "#app/domain/reports/find-hand-over-list.server.ts";
import { dayAfter, dayName, reportDay } from "#app/domain/reports/report-day.ts";
import { now } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { askedDay } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Daftar serah · Penjual · Lapak Lampung" }];
export const links = printLinks;

export const loader = reading(async ({ db, actor, url }) => {
  const day = url.searchParams.has("hari") ? askedDay(url) : null;
  const [work, { warung }] = await Promise.all([
    countSellerWork(db, actor),
    findHandOverList(db, actor, { day }),
  ]);
  const today = reportDay(null, now());
  return {
    work,
    warung,
    date: day?.date ?? null,
    dayName: day && dayName(day),
    today: today.date,
    tomorrow: dayAfter(today, 1),
    now: now(),
  };
});

const HERE = "/penjual/laporan/serah";

export default function HandOverReport() {
  const { work, warung, date, dayName: day, today, tomorrow, now: at } = useLoaderData<typeof loader>();
  return (
    <WorkPage header={<SellerHeader work={work} current="orders" />}>
      <PrintHead whose={work.umkm} now={at} />
      <Link to="/penjual/pesanan" className="no-print tap mb-1 gap-1 font-semibold text-maroon">
        <Icon name="chevron-left" size={18} /> Pesanan
      </Link>
      <h1>Daftar serah ke warung</h1>
      <p className="muted mt-1">{day ?? "Semua yang belum diserahkan, yang paling mendesak dulu"}</p>
      <div className="mt-5 space-y-5">
        <nav aria-label="Hari" className="flex flex-wrap gap-2">
          <Chip to={HERE} current={date === null}>
            Semua
          </Chip>
          <Chip to={`${HERE}?hari=${today}`} current={date === today}>
            Hari ini
          </Chip>
          <Chip to={`${HERE}?hari=${tomorrow}`} current={date === tomorrow}>
            Besok
          </Chip>
        </nav>
        {warung.length > 0 ? (
          <ReportTools csv={`/penjual/laporan/serah.csv${date ? `?hari=${date}` : ""}`} />
        ) : null}
        {warung.map((shop) => (
          <section key={shop.warungId} className="report-group card card-pad" aria-label={shop.name}>
            <h2>{shop.name}</h2>
            <p className="muted text-[0.9375rem]">
              {shop.keeper} · {shop.address}
            </p>
            <a href={`tel:${shop.mobile}`} className="tap link">
              {mobileText(shop.mobile)}
            </a>
            <DueGoodsTable goods={shop.goods} now={at} />
          </section>
        ))}
        {warung.length === 0 ? (
          <Empty picture="/ikon/paket.svg" title="Tidak ada yang perlu diserahkan">
            Barang tampil di sini begitu sebuah warung menerima pesanannya.
          </Empty>
        ) : null}
      </div>
    </WorkPage>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CallLinks } from "#app/components/dinas/call-links.tsx";
import { OperatorReport } from "#app/components/operator/report-page.tsx";
import { DueGoodsTable } from "#app/components/report/due-goods.tsx";
import { printLinks } from "#app/components/report/print-links.ts";
import { DayChoice, ReportTools } from "#app/components/report/report-tools.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { findComingGoods } from "#app/domain/reports/find-coming-goods.server.ts";
import { dayAfter, dayName } from "#app/domain/reports/report-day.ts";
import { now } from "#app/lib/clock.ts";
import { askedDay } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Daftar jemput · Papan warung" }];
export const links = printLinks;

export const loader = reading(async ({ db, actor, url }) => {
  const day = askedDay(url);
  const { warung, sellers } = await findComingGoods(db, actor, { day });
  return {
    warung,
    sellers,
    date: day.date,
    today: day.today,
    dayName: dayName(day),
    before: dayAfter(day, -1),
    after: dayAfter(day, 1),
    now: now(),
  };
});

export default function ComingReport() {
  const { warung, sellers, date, today, now: at, ...day } = useLoaderData<typeof loader>();
  return (
    <OperatorReport
      warung={warung}
      title="Daftar jemput per penjual"
      lead={`${day.dayName}${today ? ", termasuk yang terlambat" : ""} · ${sellers.length} penjual`}
      now={at}
    >
      <ReportTools csv={`/operator/laporan/jemput.csv?hari=${date}`} />
      {sellers.map((seller) => (
        <section key={seller.umkmId} className="report-group card card-pad" aria-label={seller.name}>
          <h2>{seller.name}</h2>
          <p className="muted text-[0.9375rem]">{[seller.owner, seller.place].filter(Boolean).join(" · ")}</p>
          <CallLinks
            mobile={seller.mobile}
            name={seller.name}
            message={`Halo ${seller.name}, saya dari ${warung} tentang barang untuk pesanan Lapak Lampung.`}
          />
          <DueGoodsTable goods={seller.goods} now={at} />
        </section>
      ))}
      {sellers.length === 0 ? (
        <Empty picture="/ikon/paket.svg" title="Tidak ada barang yang ditunggu">
          Barang penjual tampil di sini sejak Anda menerima pesanannya sampai Anda mencatat barangnya tiba.
        </Empty>
      ) : null}
      <DayChoice
        path="/operator/laporan/jemput"
        date={date}
        before={day.before}
        after={day.after}
        today={today}
      />
    </OperatorReport>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OperatorReport } from "#app/components/operator/report-page.tsx";
import { CashOwners, CashTable } from "#app/components/report/cash-table.tsx";
import { printLinks } from "#app/components/report/print-links.ts";
import { DayChoice, ReportTools } from "#app/components/report/report-tools.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { findDayCash } from "#app/domain/reports/find-day-cash.server.ts";
import { dayAfter, dayName } from "#app/domain/reports/report-day.ts";
import { now } from "#app/lib/clock.ts";
import { askedDay } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Kas harian · Papan warung" }];
export const links = printLinks;

export const loader = reading(async ({ db, actor, url }) => {
  const day = askedDay(url);
  const cash = await findDayCash(db, actor, { day });
  return {
    ...cash,
    date: day.date,
    today: day.today,
    dayName: dayName(day),
    before: dayAfter(day, -1),
    after: dayAfter(day, 1),
    now: now(),
  };
});

export default function CashReport() {
  const { warung, moves, sums, sellers, date, today, now: at, ...day } = useLoaderData<typeof loader>();
  return (
    <OperatorReport warung={warung} title="Kas harian" lead={day.dayName} now={at}>
      {moves.length > 0 ? (
        <>
          <p>
            <Money amount={sums.cash} large />
            <span className="muted block">tunai, dari {moves.length} catatan</span>
          </p>
          <ReportTools csv={`/operator/laporan/kas.csv?hari=${date}`} />
          <CashTable moves={moves} sum={sums.cash} />
          <CashOwners sums={sums} sellers={sellers} />
        </>
      ) : (
        <Empty picture="/ikon/warung.svg" title="Belum ada uang masuk">
          Begitu sebuah pesanan diserahkan dan dibayar, uangnya tercatat di sini.
        </Empty>
      )}
      <DayChoice
        path="/operator/laporan/kas"
        date={date}
        before={day.before}
        after={day.after}
        today={today}
      />
    </OperatorReport>
  );
}

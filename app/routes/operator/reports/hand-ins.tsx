import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OperatorReport } from "#app/components/operator/report-page.tsx";
import { printLinks } from "#app/components/report/print-links.ts";
import { ReportTools } from "#app/components/report/report-tools.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { findHeldDays } from "#app/domain/reports/find-held-days.server.ts";
import { monthAfter, monthName, reportMonth } from "#app/domain/reports/report-day.ts";
import { dayText, midnightWib, now } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { askedMonth } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Uang per hari · Papan warung" }];
export const links = printLinks;

export const loader = reading(async ({ db, actor, url }) => {
  const month = askedMonth(url);
  const found = await findHeldDays(db, actor, { month });
  return {
    ...found,
    month: month.month,
    isCurrent: month.month === reportMonth(null, now()).month,
    now: now(),
  };
});

/** Nothing happened: nothing to read. */
const or = (amount: number) => (amount === 0 ? "" : rupiah(amount));

export default function HandInReport() {
  const { warung, days, sums, month, isCurrent, now: at } = useLoaderData<typeof loader>();
  const href = (of: string) => `/operator/laporan/setoran?bulan=${of}`;
  return (
    <OperatorReport warung={warung} title="Uang per hari" lead={monthName(month)} now={at}>
      {days.length > 0 ? (
        <>
          <ReportTools csv={`/operator/laporan/setoran.csv?bulan=${month}`} />
          <section className="card overflow-x-auto" aria-label="Uang per hari">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Hari</th>
                  <th scope="col" className="number">
                    Tunai masuk
                  </th>
                  <th scope="col" className="number">
                    QRIS masuk
                  </th>
                  <th scope="col" className="number">
                    Hak Anda
                  </th>
                  <th scope="col" className="number">
                    Dikembalikan
                  </th>
                  <th scope="col" className="number">
                    Disetor
                  </th>
                  <th scope="col" className="number">
                    Dipegang
                  </th>
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day.day}>
                    <td className="whitespace-nowrap">{dayText(midnightWib(day.day))}</td>
                    <td className="number">{or(day.cash_in)}</td>
                    <td className="number">{or(day.qris_in)}</td>
                    <td className="number">{or(day.earned)}</td>
                    <td className="number">{or(day.paid_back)}</td>
                    <td className="number">{or(day.handed_in)}</td>
                    <td className="number font-bold">{rupiah(day.held)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr className="font-bold">
                  <td>Jumlah</td>
                  <td className="number">{rupiah(sums.cash_in)}</td>
                  <td className="number">{rupiah(sums.qris_in)}</td>
                  <td className="number">{rupiah(sums.earned)}</td>
                  <td className="number">{rupiah(sums.paid_back)}</td>
                  <td className="number">{rupiah(sums.handed_in)}</td>
                  <td />
                </tr>
              </tfoot>
            </table>
          </section>
        </>
      ) : (
        <Empty picture="/ikon/warung.svg" title="Belum ada uang bergerak">
          Begitu Anda menerima, mengembalikan, atau menyetor uang, harinya tampil di sini.
        </Empty>
      )}
      <nav aria-label="Bulan" className="no-print flex flex-wrap gap-2">
        <Chip to={href(monthAfter(month, -1))}>{monthName(monthAfter(month, -1))}</Chip>
        <Chip to={href(month)} current>
          {monthName(month)}
        </Chip>
        {isCurrent ? null : <Chip to={href(monthAfter(month, 1))}>{monthName(monthAfter(month, 1))}</Chip>}
      </nav>
    </OperatorReport>
  );
}

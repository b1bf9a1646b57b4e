import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OperatorReport } from "#app/components/operator/report-page.tsx";
import { PackedByOrder, PackedByProduct, PackedBySeller } from "#app/components/report/packing-views.tsx";
import { printLinks } from "#app/components/report/print-links.ts";
import { DayChoice, ReportTools } from "#app/components/report/report-tools.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { Empty } from "#app/components/ui/notice.tsx";
import { findPackingList } from "#app/domain/reports/find-packing-list.server.ts";
import { PACKING_KINDS, type PackingKind } from "#app/domain/reports/packing-list.ts";
import { dayAfter, dayName, WINDOW_KEYS } from "#app/domain/reports/report-day.ts";
import { DELIVERY_WINDOWS } from "#app/domain/warung/delivery-window.ts";
import { clockText, now } from "#app/lib/clock.ts";
import { askedPacking } from "#app/web/report-address.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Daftar kemas · Papan warung" }];
export const links = printLinks;

const HERE = "/operator/laporan/kemas";

export const loader = reading(async ({ db, actor, url }) => {
  const { day, window, kind } = askedPacking(url);
  const list = await findPackingList(db, actor, { day, window });
  return {
    ...list,
    kind,
    window,
    date: day.date,
    today: day.today,
    dayName: dayName(day),
    before: dayAfter(day, -1),
    after: dayAfter(day, 1),
    now: now(),
  };
});

const VIEWS = { pesanan: PackedByOrder, penjual: PackedBySeller, produk: PackedByProduct } as const;

const windowText = ({ starts, ends }: (typeof DELIVERY_WINDOWS)[number]) =>
  `${clockText(starts)}–${clockText(ends)}`;

export default function PackingReport() {
  const { kind, window, date, today, now: at, ...found } = useLoaderData<typeof loader>();
  const lines = found.lines.map((line) => ({
    ...line,
    promiseUntil: new Date(line.promiseUntil),
    handOverBy: line.handOverBy === null ? null : new Date(line.handOverBy),
  }));
  const View = VIEWS[kind];
  const asked = { menurut: kind, ...(today ? {} : { hari: date }), ...(window && { jam: window }) };
  const href = (change: { menurut?: PackingKind; jam?: string }) => {
    const params = new URLSearchParams({ ...asked, ...change });
    if (params.get("jam") === "") params.delete("jam");
    return `${HERE}?${params}`;
  };
  const windowNow = DELIVERY_WINDOWS[WINDOW_KEYS.indexOf(window)];
  const orders = new Set(lines.map((line) => line.code)).size;
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <OperatorReport
      warung={found.warung}
      title={`Daftar kemas, ${PACKING_KINDS[kind].toLowerCase()}`}
      lead={`${found.dayName}${windowNow ? `, antaran ${windowText(windowNow)}` : ""} · ${orders} pesanan, ${pieces} barang`}
      now={at}
    >
      <nav aria-label="Susunan" className="flex flex-wrap gap-2">
        {(Object.keys(PACKING_KINDS) as PackingKind[]).map((key) => (
          <Chip key={key} to={href({ menurut: key })} current={key === kind}>
            <span>
              <span className="sr-only">Per </span>
              {key[0]!.toUpperCase() + key.slice(1)}
            </span>
          </Chip>
        ))}
      </nav>
      <ReportTools csv={`/operator/laporan/kemas.csv?${new URLSearchParams({ ...asked, hari: date })}`} />
      {lines.length > 0 ? (
        <View lines={lines} now={new Date(at)} />
      ) : (
        <Empty picture="/ikon/paket.svg" title="Tidak ada yang perlu dikemas">
          Yang tampil di sini: pesanan yang sudah Anda terima dan belum berangkat, menurut hari janjinya.
        </Empty>
      )}
      <nav aria-label="Jam antar" className="flex flex-wrap gap-2">
        <Chip to={href({ jam: "" })} current={!window}>
          Seharian
        </Chip>
        {DELIVERY_WINDOWS.map((one, at) => (
          <Chip key={one.starts} to={href({ jam: WINDOW_KEYS[at]! })} current={WINDOW_KEYS[at] === window}>
            {windowText(one)}
          </Chip>
        ))}
      </nav>
      <DayChoice
        path={HERE}
        date={date}
        before={found.before}
        after={found.after}
        today={today}
        keep={{ menurut: kind, ...(window && { jam: window }) }}
      />
    </OperatorReport>
  );
}

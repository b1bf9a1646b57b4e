import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LedgerNotice } from "#app/components/dinas/ledger-notice.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { CardLink, Row, Section } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countAboveCeiling } from "#app/domain/catalogue/count-above-ceiling.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { countQuietSellers } from "#app/domain/orders/find-quiet-sellers.server.ts";
import { waitText } from "#app/domain/orders/wait-text.ts";
import { findLedgerState } from "#app/domain/reports/find-ledger-state.server.ts";
import { countUmkmDesk } from "#app/domain/umkm/count-umkm-desk.server.ts";
import { countReadyWarung } from "#app/domain/warung/count-ready-warung.server.ts";
import { now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Hari ini · Meja petugas" }];

export const loader = reading(async ({ db, actor }) => {
  const [desk, regencies, applications, quiet, above, ledger] = await Promise.all([
    countDesk(db, actor),
    countReadyWarung(db, actor),
    countUmkmDesk(db, actor),
    countQuietSellers(db, actor),
    countAboveCeiling(db, actor),
    findLedgerState(db, actor),
  ]);
  return { desk, regencies, applications, quiet, above, ledger, now: now() };
});

function Figure({ amount, urgent }: { readonly amount: number; readonly urgent?: boolean }) {
  return (
    <span
      className={`text-3xl font-extrabold tracking-tight tabular-nums ${urgent && amount > 0 ? "text-clay-ink" : ""}`}
    >
      {count(amount)}
    </span>
  );
}

export default function OfficeToday() {
  const { desk, regencies, applications, quiet, above, ledger, now: at } = useLoaderData<typeof loader>();
  const { oldest, returned } = applications;
  const isQuiet = desk.needing === 0 && desk.late === 0 && desk.paused === 0;
  const ready = regencies.reduce((sum, regency) => sum + regency.ready, 0);
  const warung = regencies.reduce((sum, regency) => sum + regency.warung, 0);
  return (
    <OfficePage desk={desk} current="today" title="Hari ini">
      <LedgerNotice ledger={ledger} />
      {isQuiet ? (
        <div className="mb-5 max-w-4xl">
          <Notice tone="good" title="Semua berjalan">
            Setiap pesanan ada warungnya, tidak ada yang terlambat, dan tidak ada warung yang jeda.
          </Notice>
        </div>
      ) : null}
      <div className="grid max-w-4xl gap-3 sm:grid-cols-2">
        <CardLink to="/dinas/pesanan" className="block">
          <Row
            icon="alert"
            title="Perlu diputuskan petugas"
            note="belum ada warung yang menerima"
            end={<Figure amount={desk.needing} urgent />}
          />
        </CardLink>
        <CardLink to="/dinas/pesanan" className="block">
          <Row
            icon="clock"
            title="Pesanan terlambat"
            note="sudah di warung, lewat tenggat"
            end={<Figure amount={desk.late} urgent />}
          />
        </CardLink>
        <CardLink to="/dinas/keluhan" className="block">
          <Row
            icon="message"
            title="Keluhan menunggu keputusan"
            note="pembeli dan penjual belum sepakat"
            end={<Figure amount={desk.complaints} urgent />}
          />
        </CardLink>
        <CardLink to="/dinas/umkm" className="block">
          <Row
            icon="badge-check"
            title="Pengajuan menunggu"
            note={oldest ? `tertua ${waitText(new Date(oldest), new Date(at))}` : "semua sudah diputuskan"}
            end={<Figure amount={desk.waiting} urgent />}
          />
        </CardLink>
        <CardLink to="/dinas/umkm?bagian=dikembalikan" className="block">
          <Row
            icon="refresh"
            title="Pengajuan dikembalikan"
            note="sedang diperbaiki penjual"
            end={<Figure amount={returned} />}
          />
        </CardLink>
        <CardLink to="/dinas/penjual-sepi" className="block">
          <Row
            icon="users"
            title="Penjual tanpa pesanan"
            note="30 hari terakhir"
            end={<Figure amount={quiet} />}
          />
        </CardLink>
        <CardLink to="/dinas/harga" className="block">
          <Row
            icon="coins"
            title="Harga di atas acuan"
            note="sembako, hari ini"
            end={<Figure amount={above} urgent />}
          />
        </CardLink>
        <CardLink to="/dinas/warung" className="block">
          <Row
            icon="pause"
            title="Warung jeda"
            note="tidak menerima pesanan"
            end={<Figure amount={desk.paused} urgent />}
          />
        </CardLink>
        <CardLink to="/dinas/warung" className="block">
          <Row
            icon="store"
            title="Warung siap"
            note={`dari ${count(warung)} warung`}
            end={<Figure amount={ready} />}
          />
        </CardLink>
      </div>
      {desk.isProvince ? (
        <Section title="Warung per kabupaten/kota" className="max-w-4xl">
          <div className="card">
            <table className="w-full text-left">
              <thead className="muted text-sm">
                <tr>
                  <th className="px-4 py-2 font-semibold">Wilayah</th>
                  <th className="px-2 py-2 text-right font-semibold">Siap</th>
                  <th className="px-2 py-2 text-right font-semibold">Jeda</th>
                  <th className="px-4 py-2 text-right font-semibold">Semua</th>
                </tr>
              </thead>
              <tbody className="divide-y divide-line tabular-nums">
                {regencies.map((regency) => (
                  <tr key={regency.code}>
                    <th scope="row" className="px-4 py-2 font-medium">
                      {regency.name}
                    </th>
                    <td className="px-2 py-2 text-right">{count(regency.ready)}</td>
                    <td
                      className={`px-2 py-2 text-right ${regency.paused > 0 ? "font-bold text-clay-ink" : ""}`}
                    >
                      {count(regency.paused)}
                    </td>
                    <td className="px-4 py-2 text-right">{count(regency.warung)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ) : null}
    </OfficePage>
  );
}

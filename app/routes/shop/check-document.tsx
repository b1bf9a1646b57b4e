import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TurnoverTable } from "#app/components/settlement/turnover-table.tsx";
import { Facts } from "#app/components/ui/desk-page.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { checkTurnoverDocument } from "#app/domain/reports/check-turnover-document.server.ts";
import { TURNOVER_SOURCE } from "#app/domain/reports/turnover.ts";
import { dateText } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [
  { title: "Pemeriksaan dokumen · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

export const loader = reading(async ({ db, params }) => checkTurnoverDocument(db, params.code ?? ""));

export default function CheckDocument() {
  const { number, name, nib, year, issuedAt, code, turnover } = useLoaderData<typeof loader>();
  return (
    <ShopPage title="Pemeriksaan dokumen" back="/" heading={false} narrow>
      <div className="space-y-5">
        <h1>Keterangan omzet {year}</h1>
        <Notice tone="good" title="Dokumen ini terbit dari Lapak Lampung">
          Cocokkan angkanya dengan lembar yang Anda pegang. Berbeda? Lembar itu tidak berlaku.
        </Notice>
        <div>
          <Money amount={turnover.net} large />
          <span className="muted block">omzet dari {count(turnover.orders)} pesanan</span>
        </div>
        <div className="card card-pad">
          <Facts
            facts={[
              ["Nama usaha", name],
              ["NIB", nib],
              ["Nomor", number],
              ["Kode", code],
              ["Terbit", dateText(new Date(issuedAt))],
            ]}
          />
        </div>
        <TurnoverTable turnover={turnover} />
        <p className="muted text-sm">{TURNOVER_SOURCE}</p>
      </div>
    </ShopPage>
  );
}

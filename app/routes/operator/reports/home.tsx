import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { CardLink, Row } from "#app/components/ui/card.tsx";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Laporan · Papan warung" }];

export const loader = reading(async ({ actor }) => ({ warung: asOperator(actor).warung.name }));

const REPORTS = [
  {
    to: "/operator/uang",
    icon: "coins",
    title: "Uang dan setoran",
    note: "Yang harus disetor, dan apa yang sudah diterima petugas",
  },
  {
    to: "/operator/laporan/kemas",
    icon: "package",
    title: "Daftar kemas",
    note: "Barang yang harus ada di warung, per pesanan, per penjual, atau per produk",
  },
  {
    to: "/operator/laporan/jemput",
    icon: "truck",
    title: "Daftar jemput per penjual",
    note: "Siapa membawa apa, paling lambat kapan, dan nomornya",
  },
  {
    to: "/operator/laporan/kas",
    icon: "wallet",
    title: "Kas hari ini",
    note: "Uang yang Anda terima, dan milik siapa",
  },
] as const;

export default function OperatorReports() {
  const { warung } = useLoaderData<typeof loader>();
  return (
    <WorkPage header={<OperatorHeader title={warung} current="reports" />}>
      <h1>Laporan</h1>
      <p className="muted mt-1">Semua dapat dicetak atau diunduh.</p>
      <div className="mt-5 space-y-3">
        {REPORTS.map(({ to, ...report }) => (
          <CardLink key={to} to={to} className="block">
            <Row {...report} />
          </CardLink>
        ))}
      </div>
    </WorkPage>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { HandInList } from "#app/components/money/hand-in-list.tsx";
import { HeldSummary } from "#app/components/money/held-summary.tsx";
import { RefundTasks } from "#app/components/money/refund-tasks.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { CardLink, Section } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { WorkPage } from "#app/components/ui/work-page.tsx";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { findOwnMoney } from "#app/domain/payments/hand-in/find-held-money.server.ts";
import { findOwnRefunds } from "#app/domain/payments/refunds/find-refund-tasks.server.ts";
import { now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Uang · Papan warung" }];

export const loader = reading(async ({ db, actor }) => {
  const { warung } = asOperator(actor);
  const [{ held, handIns, limit }, refunds] = await Promise.all([
    findOwnMoney(db, actor),
    findOwnRefunds(db, actor),
  ]);
  return { warung: warung.name, held, handIns, limit, refunds, now: now() };
});

const SAID: Record<string, string> = {
  dikembalikan: "Tercatat. Pembeli melihatnya di halaman pesanannya.",
  disetor: "Setoran tercatat. Petugas dinas menghitungnya, lalu Anda diberi tahu.",
  ditarik: "Setoran ditarik kembali. Uangnya tetap tercatat di tangan Anda.",
  berubah: "Setoran itu sudah berubah sejak halaman dibuka. Inilah keadaannya yang terbaru.",
};

export default function OperatorMoney() {
  const { warung, held, handIns, limit, refunds, now: at } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  useLive("/operator/acara");
  const kabar = params.get("kabar") ?? "";
  const said = SAID[kabar];
  const isDue = held.due - held.on_the_way > 0;
  const holds = held.cash + held.qris - held.for_buyers - held.on_the_way > 0;
  return (
    <WorkPage header={<OperatorHeader title={warung} note="Uang" current="reports" />}>
      <h1>Uang</h1>
      <p className="muted mt-1">Apa yang Anda pegang, milik siapa, dan apa yang sudah Anda setor.</p>
      <div className="mt-5 space-y-5">
        {said ? <Notice tone={kabar === "berubah" ? "info" : "good"}>{said}</Notice> : null}
        <RefundTasks tasks={refunds} now={at} />
        <HeldSummary held={held} limit={limit} />
        {isDue || holds ? (
          <ButtonLink to="/operator/uang/setor" wide kind={isDue ? "filled" : "outlined"}>
            Setor uang
          </ButtonLink>
        ) : null}
      </div>
      <Section
        title="Setoran Anda"
        more={
          <Link to="/operator/laporan/setoran" className="tap font-semibold text-maroon">
            Per hari
          </Link>
        }
      >
        {handIns.length > 0 ? (
          <HandInList handIns={handIns} now={at} />
        ) : (
          <p className="card card-pad muted">Belum ada. Setoran Anda dan hasil hitungnya tampil di sini.</p>
        )}
      </Section>
      <CardLink to="/operator/uang/penyelesaian" className="mt-5">
        <p className="font-bold">Pendapatan Anda</p>
        <p className="muted text-[0.9375rem]">Sembako, ongkir, dan bagian Anda: dibayar setiap minggu.</p>
      </CardLink>
    </WorkPage>
  );
}

import { randomUUID } from "node:crypto";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { CountHandIn, DoneHandIns } from "#app/components/money/office-hand-ins.tsx";
import { HeldTable, OfficeCash } from "#app/components/money/office-money.tsx";
import { StuckRefund } from "#app/components/money/stuck-refund.tsx";
import { printLinks } from "#app/components/report/print-links.ts";
import { PrintHead, ReportTools } from "#app/components/report/report-tools.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findOfficeMoney } from "#app/domain/payments/hand-in/find-held-money.server.ts";
import { findStuckRefunds } from "#app/domain/payments/refunds/find-refund-tasks.server.ts";
import { now } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Uang · Meja petugas" }];
export const links = printLinks;

export const loader = reading(async ({ db, actor, params, url }) => {
  const [desk, money, stuck] = await Promise.all([
    countDesk(db, actor),
    findOfficeMoney(db, actor),
    findStuckRefunds(db, actor),
  ]);
  return {
    desk,
    ...money,
    stuck,
    // which of the forms was sent, when one was not accepted
    sent: params.setoran ?? params.id ?? "",
    cashiers: money.cashiers.map((cashier) => ({ ...cashier, formKey: randomUUID() })),
    now: now(),
    kabar: url.searchParams.get("kabar") ?? "",
  };
});

/** Sentences for what a form of this page ended with. */
const SAID: Record<string, string> = {
  diterima: "Setoran tercatat seperti Anda hitung. Warung sudah diberi tahu.",
  ditolak: "Setoran ditolak. Warung membaca alasannya.",
  disetor: "Setoran ke bank tercatat.",
  kembali: "Tercatat: uangnya sudah kembali ke pembeli.",
  berubah: "Setoran itu sudah berubah sejak halaman dibuka. Inilah keadaannya yang terbaru.",
};

export default function OfficeMoneyPage() {
  const {
    desk,
    stuck,
    held,
    waiting,
    done,
    cashiers,
    limit,
    sent,
    now: at,
    kabar,
  } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const said = SAID[kabar];
  const late = held.filter((one) => one.late !== null).length;
  return (
    <OfficePage
      desk={desk}
      current="money"
      title="Uang"
      note={late > 0 ? `${count(late)} warung belum menyetor sampai batasnya` : "tidak ada yang lewat batas"}
    >
      <PrintHead whose={desk.office} now={at} />
      <div className="print-wide space-y-6">
        <div className="no-print space-y-4 empty:hidden">
          <ProblemNotice problem={problem} />
          {said && !problem ? <Notice tone={kabar === "berubah" ? "info" : "good"}>{said}</Notice> : null}
        </div>
        {stuck.length > 0 ? (
          <Section title={`Uang kembali yang macet (${count(stuck.length)})`} className="no-print mt-0!">
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2">
              {stuck.map((task) => (
                <StuckRefund
                  key={task.id}
                  task={task}
                  now={at}
                  problem={sent === String(task.id) ? problem : undefined}
                />
              ))}
            </ul>
          </Section>
        ) : null}
        {waiting.length > 0 ? (
          <Section title={`Menunggu dihitung (${count(waiting.length)})`} className="no-print mt-0!">
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2">
              {waiting.map((handIn) => (
                <CountHandIn
                  key={handIn.code}
                  handIn={handIn}
                  now={at}
                  isProvince={desk.isProvince}
                  problem={sent === handIn.code ? problem : undefined}
                />
              ))}
            </ul>
          </Section>
        ) : null}
        <OfficeCash cashiers={cashiers} problem={sent === "" ? problem : undefined} />
        <Section title="Uang di warung" className="mt-0!">
          {held.length > 0 ? (
            <div className="space-y-4">
              <ReportTools csv="/dinas/uang.csv" />
              <p className="muted">
                Batas: {count(limit.days)} hari kerja sejak uang masuk, atau {rupiah(limit.most)}.
              </p>
              <HeldTable held={held} isProvince={desk.isProvince} />
            </div>
          ) : (
            <Empty picture="/ikon/warung.svg" title="Tidak ada uang yang harus disetor">
              Begitu warung menerima uang milik penjual, jumlah dan umurnya tampil di sini.
            </Empty>
          )}
        </Section>
        {done.length > 0 ? (
          <Section title="Setoran terakhir" className="no-print mt-0!">
            <DoneHandIns handIns={done} now={at} isProvince={desk.isProvince} />
          </Section>
        ) : null}
      </div>
    </OfficePage>
  );
}

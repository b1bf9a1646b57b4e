import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { DisputeCard, FailedCapture, FailedRefundCard } from "#app/components/dinas/card-desk.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { Section } from "#app/components/ui/card.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findCardDesk } from "#app/domain/payments/card/find-card-desk.server.ts";
import { now } from "#app/lib/clock.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Sengketa kartu · Meja petugas" }];

export const loader = reading(async ({ db, actor }) => {
  const [desk, found] = await Promise.all([countDesk(db, actor), findCardDesk(db, actor)]);
  return { desk, ...found, now: now() };
});

const SAID: Record<string, string> = {
  tagih: "Kartunya kami coba tagih lagi. Hasilnya tampil di sini sebentar lagi.",
  ulang: "Uangnya kami kirim lagi ke kartu pembeli.",
  dikembalikan: "Tercatat: uang sudah kembali ke pembeli.",
};

export default function Disputes() {
  const { desk, disputes, captures, refunds, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const said = SAID[params.get("kabar") ?? ""];
  const open = disputes.filter((dispute) => dispute.closedAt === null);
  const closed = disputes.filter((dispute) => dispute.closedAt !== null);
  const nothing = disputes.length + captures.length + refunds.length === 0;
  return (
    <OfficePage desk={desk} current="disputes" title="Sengketa kartu" note={`${open.length} terbuka`}>
      <ProblemNotice problem={problem} />
      {said && !problem ? (
        <div className="mb-4">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      {nothing ? (
        <Empty title="Tidak ada yang perlu Anda urus">
          Sengketa dari bank pembeli, kartu yang gagal ditagih, dan uang yang gagal kembali tampil di sini.
        </Empty>
      ) : null}
      {open.length > 0 ? (
        <Section title="Perlu dijawab ke bank" className="mb-8">
          <div className="space-y-4">
            {open.map((dispute) => (
              <DisputeCard key={dispute.id} dispute={dispute} now={at} />
            ))}
          </div>
        </Section>
      ) : null}
      {captures.length > 0 ? (
        <Section title="Barang diserahkan, kartu gagal ditagih" className="mb-8">
          <div className="space-y-4">
            {captures.map((capture) => (
              <FailedCapture key={capture.id} capture={capture} />
            ))}
          </div>
        </Section>
      ) : null}
      {refunds.length > 0 ? (
        <Section title="Uang gagal kembali ke kartu" className="mb-8">
          <div className="space-y-4">
            {refunds.map((refund) => (
              <FailedRefundCard key={refund.id} refund={refund} problem={problem} />
            ))}
          </div>
        </Section>
      ) : null}
      {closed.length > 0 ? (
        <Section title="Sudah selesai">
          <div className="space-y-4">
            {closed.map((dispute) => (
              <DisputeCard key={dispute.id} dispute={dispute} now={at} />
            ))}
          </div>
        </Section>
      ) : null}
    </OfficePage>
  );
}

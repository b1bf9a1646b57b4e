import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { AttemptList } from "#app/components/delivery/attempt-list.tsx";
import { CandidateList } from "#app/components/dinas/candidate-list.tsx";
import { CancelForm, CaseHead, TakeOverForm } from "#app/components/dinas/case-parts.tsx";
import { CaseRecord } from "#app/components/dinas/case-record.tsx";
import { ConfirmDeliveryForm } from "#app/components/dinas/confirm-delivery-form.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { StuckQueue } from "#app/components/dinas/stuck-queue.tsx";
import { OrderSheet } from "#app/components/order/order-sheet.tsx";
import { ShortageQuestion } from "#app/components/order/shortage-question.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findReceiving } from "#app/domain/orders/delivery/find-receiving.server.ts";
import { findOfficerCase } from "#app/domain/orders/find-officer-case.server.ts";
import { findOfficerQueue } from "#app/domain/orders/find-officer-queue.server.ts";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { now } from "#app/lib/clock.ts";
import { readQueuePlace } from "#app/web/queue-place.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.order.code ?? "Pesanan"} · Meja petugas` },
];

export const loader = reading(async ({ db, actor, params, url }) => {
  const place = readQueuePlace(url);
  const code = params.code ?? "";
  const [desk, queue, found] = await Promise.all([
    countDesk(db, actor),
    findOfficerQueue(db, actor, place),
    findOfficerCase(db, actor, code),
  ]);
  const { attempts } = await findReceiving(db, code);
  return { desk, queue: { ...queue, place }, ...found, attempts, now: now() };
});

/** Sentences for what a form of this case ended with. */
const SAID: Record<string, string> = {
  ditugaskan: "Warung ditugaskan. Pesanan sekarang ada di papan mereka.",
  dibatalkan: "Pesanan dibatalkan. Stok dan tempat di warung sudah dikembalikan.",
  diambil: "Pesanan diambil alih. Tugaskan warung lain di bawah ini.",
  dipastikan: "Tercatat: pesanan diterima dan dibayar.",
  dijawab: "Jawaban pembeli tercatat. Jumlah pesanan sudah dihitung lagi.",
  berubah: "Pesanan ini sudah berubah sejak halaman dibuka. Inilah keadaannya yang terbaru.",
};

export default function StuckOrderCase() {
  const found = useLoaderData<typeof loader>();
  const { desk, queue, order, can, now: at } = found;
  const [params] = useSearchParams();
  const problem = problemOf(useActionData());
  const kabar = params.get("kabar") ?? "";
  const said = SAID[kabar];
  const neighbours = neighbourhoodText(order.rt, order.rw);
  const address = [order.street, neighbours, order.village, order.district].filter(Boolean).join(", ");
  return (
    <OfficePage desk={desk} current="orders" title="Pesanan" note={order.code}>
      <DeskPanes
        queue={<StuckQueue {...queue} now={at} showRegency={desk.isProvince} current={order.code} />}
      >
        <div className="space-y-4">
          <ProblemNotice problem={problem} />
          {said && !problem ? <Notice tone={kabar === "berubah" ? "info" : "good"}>{said}</Notice> : null}
          <CaseHead order={order} reason={found.reason} next={found.next} now={at} />
          {can.confirm ? (
            <ConfirmDeliveryForm code={order.code} buyer={order.buyer_name} problem={problem} />
          ) : null}
          <AttemptList attempts={found.attempts} photos={`/dinas/pesanan/${order.code}/foto`} now={at} />
          <ShortageQuestion
            questions={found.questions}
            choice={order.missing_choice}
            now={at}
            action={`/dinas/pesanan/${order.code}/habis`}
            button="Catat jawaban pembeli"
            outlined
          />
          {can.takeOver ? <TakeOverForm code={order.code} warung={order.warung_name} /> : null}
          <CandidateList code={order.code} candidates={found.candidates} mayAssign={can.assign} />
          <CaseRecord offers={found.offers} history={found.history} now={at} />
          <OrderSheet
            lines={order.lines}
            goodsTotal={order.goods_total}
            deliveryFee={order.delivery_fee}
            firstLegFee={order.first_leg_fee}
            total={order.total}
            method={order.payment_method}
            prepaid={order.prepaid}
            outstanding={order.outstanding}
            recipient={order.buyer_name}
            address={address}
            landmark={order.landmark}
            fulfilment={order.fulfilment}
          />
          {can.cancel ? <CancelForm code={order.code} problem={problem} /> : null}
        </div>
      </DeskPanes>
    </OfficePage>
  );
}

import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ComplaintSummary } from "#app/components/complaint/complaint-summary.tsx";
import { FailedHelp } from "#app/components/delivery/failed-help.tsx";
import { ReceivingNotice } from "#app/components/delivery/receiving-notice.tsx";
import { CardWaiting } from "#app/components/order/card-waiting.tsx";
import { LeftShelf } from "#app/components/order/left-shelf.tsx";
import { MissingChoiceNote } from "#app/components/order/missing-choice.tsx";
import { OrderSheet } from "#app/components/order/order-sheet.tsx";
import { ReceiptLink } from "#app/components/order/receipt-link.tsx";
import { ShortageQuestion } from "#app/components/order/shortage-question.tsx";
import { WhatsappButton } from "#app/components/order/whatsapp-button.tsx";
import { BuyerRefunds } from "#app/components/payment/buyer-refunds.tsx";
import { PayByQris } from "#app/components/payment/pay-by-qris.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { CardLink } from "#app/components/ui/card.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { ShopPage } from "#app/components/ui/shop-page.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { findOrderComplaints } from "#app/domain/complaints/find-order-complaints.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { canCorrectAddress } from "#app/domain/orders/delivery/can-correct-address.ts";
import { findReceiving } from "#app/domain/orders/delivery/find-receiving.server.ts";
import { findShortageQuestions } from "#app/domain/orders/find-shortage-questions.server.ts";
import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { nextStepOf, nextStepText } from "#app/domain/orders/next-step.ts";
import { canCancel, LABEL, type OrderStatus } from "#app/domain/orders/order-status.ts";
import { cancelledPayText } from "#app/domain/orders/pay-text.ts";
import { trackingHeadline, trackingSteps } from "#app/domain/orders/tracking-steps.ts";
import { findShownQris } from "#app/domain/payments/qris/find-shown-qris.server.ts";
import { findBuyerRefunds } from "#app/domain/payments/refunds/find-refund-tasks.server.ts";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { promiseText } from "#app/domain/warung/delivery-window.ts";
import { now } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { readShortageAnswer } from "#app/web/shortage-answer.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Pesanan ${data.code} · Lapak Lampung` : "Pesanan · Lapak Lampung" },
  { name: "robots", content: "noindex" },
];

/** States in which nobody asks the buyer for it. */
const WITHOUT_PIN: readonly OrderStatus[] = ["awaiting_payment", "delivered", "completed", "cancelled"];

export const loader = reading(async ({ db, actor, params, url }) => {
  const secret = url.searchParams.get("k") ?? undefined;
  const order = await findTracking(db, { actor, code: params.code ?? "", secret });
  const receiving = await findReceiving(db, order.code);
  const at = now();
  const status = order.status as OrderStatus;
  const onTheWay = order.warung_name !== null && order.warung_mobile !== null && status !== "cancelled";
  return {
    code: order.code,
    complaints: { ...(await findOrderComplaints(db, order)), now: at },
    status,
    fulfilment: order.fulfilment,
    receiving,
    street: order.street,
    rt: order.rt,
    rw: order.rw,
    canCorrectAddress: canCorrectAddress(order),
    canChoosePickup: status === "delivery_failed" && receiving.place?.offersPickup === true,
    questions: await findShortageQuestions(db, order),
    missingChoice: order.missing_choice,
    qris: await findShownQris(db, order.id),
    refunds: await findBuyerRefunds(db, order.id),
    now: at,
    headline: trackingHeadline(order, at),
    steps: trackingSteps(order, at),
    next: nextStepOf(order, at),
    cancelledReason: order.cancelled_reason,
    canCancel: canCancel(status),
    pin: WITHOUT_PIN.includes(status) ? null : order.pin,
    awaiting:
      status === "awaiting_payment" && order.deadline_at !== null
        ? { until: order.deadline_at, amount: order.awaiting_total }
        : null,
    cancelledNote: cancelledPayText(order.payment_method, order.received),
    leftShelf: order.events.some((event) => event.kind === "left_shelf"),
    lines: order.lines,
    goodsTotal: order.goods_total,
    deliveryFee: order.delivery_fee,
    firstLegFee: order.first_leg_fee,
    siblings: order.siblings.map((sibling) => ({
      code: sibling.code,
      status: sibling.status as OrderStatus,
      promise: promiseText(
        { from: new Date(sibling.promise_from), until: new Date(sibling.promise_until) },
        at,
      ),
      goods: sibling.goods,
    })),
    total: order.total,
    method: order.payment_method,
    prepaid: order.prepaid,
    outstanding: order.outstanding,
    warung: onTheWay ? { name: order.warung_name!, mobile: order.warung_mobile! } : null,
    recipient: order.buyer_name,
    address: [
      order.street,
      neighbourhoodText(order.rt, order.rw),
      order.village,
      order.district,
      order.regency,
    ]
      .filter(Boolean)
      .join(", "),
    landmark: order.landmark,
    local: [
      ...order.sellers
        .filter(({ status: part }) => part !== "unavailable")
        .map((seller) => `${seller.name} di ${seller.village}`),
      order.warung_name,
    ].filter(Boolean),
  };
});

export const action = acting(async ({ db, actor, params, url, form }) => {
  const code = params.code ?? "";
  const secret = url.searchParams.get("k") ?? undefined;
  if (form.get("intent") === "batal") {
    await cancelOrder(actor, db, { code, reason: "Dibatalkan pembeli", by: { as: "buyer", secret } });
  }
  if (form.get("intent") === "habis") {
    await decideShortage(actor, db, { code, ...readShortageAnswer(form), by: { as: "buyer", secret } });
  }
  return redirect(`/pesanan/${code}${url.search}`);
});

function Pin({ pin }: { readonly pin: string }) {
  return (
    <div className="my-4 flex items-center justify-between gap-4 rounded-card border border-gold bg-gold-soft p-4">
      <div>
        <p className="font-bold">PIN penerima</p>
        <p className="text-[0.9375rem] text-gold-ink">sebutkan saat barang diterima</p>
      </div>
      <p className="text-4xl font-extrabold tracking-[0.12em] tabular-nums">{pin}</p>
    </div>
  );
}

export default function Tracking() {
  const order = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const secret = params.get("k");
  useLive(`/pesanan/${order.code}/acara${secret ? `?k=${encodeURIComponent(secret)}` : ""}`);
  const tone =
    order.status === "awaiting_buyer" || order.status === "awaiting_payment"
      ? "gold"
      : ["cancelled", "needs_officer", "delivery_failed"].includes(order.status)
        ? "late"
        : "good";
  return (
    <ShopPage title={`Pesanan ${order.code}`} back="/" heading={false} narrow>
      <ProblemNotice problem={problem} />
      <Tag tone={tone}>{LABEL[order.status]}</Tag>
      <h1 className="mt-2 text-3xl" aria-live="polite">
        {order.headline}
      </h1>
      {order.status === "cancelled" ? (
        <div className="my-4">
          <Notice tone="info" action={<ButtonLink to="/produk">Belanja lagi</ButtonLink>}>
            {order.cancelledReason}. {order.cancelledNote}
          </Notice>
        </div>
      ) : null}
      {order.awaiting ? (
        <CardWaiting
          code={order.code}
          query={params.size > 0 ? `?${params}` : ""}
          isPickup={order.fulfilment === "pickup"}
          now={order.now}
          {...order.awaiting}
        />
      ) : null}
      <ReceivingNotice order={order} />
      <BuyerRefunds
        code={order.code}
        search={params.size > 0 ? `?${params}` : ""}
        refunds={order.refunds}
        now={order.now}
      />
      <PayByQris
        code={order.code}
        status={order.status}
        search={params.size > 0 ? `?${params}` : ""}
        qris={order.qris}
      />
      {order.leftShelf && order.canCancel ? <LeftShelf /> : null}
      <ShortageQuestion
        questions={order.questions}
        choice={order.missingChoice}
        now={order.now}
        button="Simpan pilihan"
      />
      {order.pin ? <Pin pin={order.pin} /> : null}
      <FailedHelp order={order} search={params.size > 0 ? `?${params}` : ""} problem={problem} />
      {order.status === "cancelled" ? null : (
        <div className="card card-pad my-4">
          <Timeline steps={order.steps} />
          {order.next && !order.awaiting ? (
            <p className="muted mt-3 text-[0.9375rem]">Berikutnya: {nextStepText(order.next)}</p>
          ) : null}
        </div>
      )}
      <ComplaintSummary code={order.code} secret={secret} {...order.complaints} />
      {order.warung ? (
        <div className="my-4 grid gap-3">
          <WhatsappButton
            mobile={order.warung.mobile}
            text={`Halo ${order.warung.name}, saya menanyakan pesanan ${order.code}.`}
            wide
          >
            WhatsApp warung
          </WhatsappButton>
          <p className="muted text-center text-[0.9375rem]">
            atau telepon <a href={`tel:${order.warung.mobile}`}>{mobileText(order.warung.mobile)}</a>
          </p>
        </div>
      ) : null}
      <OrderSheet {...order} />
      <ReceiptLink
        to={`/pesanan/${order.code}/nota${params.size > 0 ? `?${params}` : ""}`}
        status={order.status}
      />
      {order.pin ? <MissingChoiceNote choice={order.missingChoice} /> : null}
      {order.siblings.map((sibling) => (
        <CardLink
          key={sibling.code}
          to={`/pesanan/${sibling.code}${secret ? `?k=${encodeURIComponent(secret)}` : ""}`}
        >
          <p className="font-bold">Antaran lain dari belanja ini</p>
          <p className="muted text-[0.9375rem]">
            {sibling.goods} · {LABEL[sibling.status]}
            {sibling.status === "cancelled" ? "" : ` · ${sibling.promise}`}
          </p>
        </CardLink>
      ))}
      {order.status !== "cancelled" ? (
        <div className="card card-pad my-4 flex items-center gap-4">
          <img src="/ikon/keranjang.svg" alt="" width={48} height={48} />
          <div>
            <p className="font-bold">{rupiah(order.total)} dari belanja ini tinggal di Lampung</p>
            <p className="muted text-[0.9375rem]">{order.local.join(" · ")}</p>
          </div>
        </div>
      ) : null}
      {order.canCancel ? (
        <details className="card card-pad my-4">
          <summary className="tap cursor-pointer font-semibold">Batalkan pesanan</summary>
          <p className="muted mt-2 mb-3">
            Bisa dibatalkan sampai barang berangkat dari warung. Tidak ada biaya. Yang sudah dibatalkan tidak
            dapat dikembalikan.
          </p>
          <Form method="post">
            <input type="hidden" name="intent" value="batal" />
            <Button kind="danger" wide busyText="Membatalkan…">
              Ya, batalkan pesanan
            </Button>
          </Form>
        </details>
      ) : null}
      <p className="muted mt-4 text-sm">
        Simpan halaman ini: alamatnya adalah kunci pesanan Anda. Siapa pun yang memegangnya dapat melihat
        pesanan ini.
      </p>
    </ShopPage>
  );
}

import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AttemptList } from "#app/components/delivery/attempt-list.tsx";
import { FailedChoices } from "#app/components/delivery/failed-choices.tsx";
import { HandOverForm } from "#app/components/delivery/hand-over-form.tsx";
import { GatherList } from "#app/components/operator/gather-list.tsx";
import { OperatorHeader } from "#app/components/operator/operator-header.tsx";
import { OrderSheet } from "#app/components/order/order-sheet.tsx";
import { ReceiptLink } from "#app/components/order/receipt-link.tsx";
import { WhatsappButton } from "#app/components/order/whatsapp-button.tsx";
import { ConfirmQris } from "#app/components/payment/confirm-qris.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/chip.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { useLive } from "#app/components/ui/use-live.ts";
import { asOperator } from "#app/domain/accounts/actor.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { findReceiving } from "#app/domain/orders/delivery/find-receiving.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { findOwnOrder } from "#app/domain/orders/find-own-order.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { nextStepOf, nextStepText } from "#app/domain/orders/next-step.ts";
import { isGathered, LABEL, type OrderStatus } from "#app/domain/orders/order-status.ts";
import { buyerStepText } from "#app/domain/orders/telling/buyer-step.ts";
import { findShownQris } from "#app/domain/payments/qris/find-shown-qris.server.ts";
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { promiseText } from "#app/domain/warung/delivery-window.ts";
import { now } from "#app/lib/clock.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";
import { tripPlace } from "#app/web/trip-place.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.order.code ?? "Pesanan"} · Papan warung` },
];

export const loader = reading(async ({ db, actor, params }) => {
  const { warung } = asOperator(actor);
  const order = await findOwnOrder(db, { code: params.code ?? "", warungId: warung.warungId });
  const at = now();
  const promised = { from: order.promise_from, until: order.promise_until };
  const step = {
    code: order.code,
    warung: warung.name,
    pay: { method: order.payment_method ?? "cash", outstanding: order.outstanding },
    promise: promised,
    pickup: order.fulfilment === "pickup",
  };
  // a test order has no buyer to be told of money
  const news = order.is_test ? undefined : buyerStepText(order.status as OrderStatus, step, at);
  return {
    warung: warung.name,
    order,
    promise: promiseText(promised, at),
    greeting: `Halo ${order.buyer_name}. ${news ?? `Saya dari ${warung.name} tentang pesanan ${order.code}.`}`,
    receiving: await findReceiving(db, order.code),
    qris: await findShownQris(db, order.id),
    next: nextStepOf(order, at),
    now: at,
  };
});

const Pin = z.object({
  pin: z.string({ error: "Isi PIN dari pembeli." }).regex(/^\d{4}$/, "PIN terdiri dari 4 angka."),
});

/** One step each; the form says which. */
export const action = acting(async ({ db, actor, params, url, form }) => {
  const code = params.code ?? "";
  switch (form.get("langkah")) {
    case "siap":
      await markReady(actor, db, { code });
      break;
    case "berangkat":
      await dispatchOrder(actor, db, { code });
      break;
    case "serah":
      await deliverOrder(actor, db, { code, ...readForm(form, Pin) });
      return redirect(tripPlace(url) ?? "/operator?kabar=terkirim");
  }
  return redirect(`/operator/pesanan/${code}`);
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Order = Loaded["order"];

function addressOf(order: Order): string {
  const neighbours = neighbourhoodText(order.rt, order.rw);
  return [order.street, neighbours, order.village, order.district].filter(Boolean).join(", ");
}

function NextStep({
  order,
  receiving,
  now: at,
  problem,
}: Pick<Loaded, "order" | "receiving" | "now"> & {
  readonly problem: ReturnType<typeof problemOf>;
}) {
  const status = order.status as OrderStatus;
  if (status === "awaiting_buyer") {
    return (
      <Notice tone="gold" title="Menunggu jawaban pembeli">
        Kumpulkan dulu yang lain. Bila mendesak, telepon pembeli.
      </Notice>
    );
  }
  if (status === "accepted") {
    const missing = order.lines.filter((line) => line.quantity > 0 && !line.gathered).length;
    return (
      <Form method="post">
        <Button name="langkah" value="siap" kind="go" wide disabled={missing > 0} busyText="Menyimpan…">
          {missing > 0
            ? `Masih ${missing} barang belum dicentang`
            : `Semua lengkap, siap ${receiving.fulfilment === "pickup" ? "diambil" : "diantar"}`}
        </Button>
      </Form>
    );
  }
  if (status === "ready") {
    return (
      <Form method="post">
        <Button name="langkah" value="berangkat" kind="go" wide busyText="Menyimpan…">
          Berangkat mengantar
        </Button>
      </Form>
    );
  }
  if (status === "delivery_failed") {
    return (
      <FailedChoices
        code={order.code}
        deadlineAt={order.deadline_at}
        receiving={receiving}
        now={at}
        problem={problem}
      />
    );
  }
  if (status !== "out_for_delivery" && status !== "ready_for_pickup") return null;
  return (
    <HandOverForm
      order={order}
      withoutPhone={receiving.receiverWithoutPhone}
      tripId={receiving.tripId}
      problem={problem}
    />
  );
}

export default function OperatorOrder() {
  const { warung, order, promise, greeting, receiving, qris, next, now: at } = useLoaderData<typeof loader>();
  const problem = problemOf(useActionData());
  useLive("/operator/acara");
  const status = order.status as OrderStatus;
  return (
    <>
      <OperatorHeader title={warung} note={`Pesanan ${order.code}`} current="order" />
      <main id="isi" className="page page-narrow grow space-y-4 pt-5 pb-10">
        <ProblemNotice problem={problem} />
        <div>
          <Tag tone={status === "cancelled" ? "late" : status === "delivered" ? "good" : "gold"}>
            {LABEL[status]}
          </Tag>{" "}
          {order.is_test ? <Tag tone="indigo">Pesanan uji</Tag> : null}
          <h1 className="mt-2">
            {order.buyer_name}, {order.village}
          </h1>
          <p className="muted">
            {receiving.pickupUntil
              ? `Diambil pembeli, ditunggu sampai ${receiving.pickupUntil}`
              : `${receiving.fulfilment === "pickup" ? "Diambil pembeli. " : ""}${promise}`}
          </p>
          {next ? (
            <p className={next.late ? "font-semibold text-clay-ink" : "muted"}>{nextStepText(next)}</p>
          ) : null}
        </div>
        {status === "cancelled" ? (
          <Notice tone="late" title="Pesanan dibatalkan">
            {order.cancelled_reason}. Kembalikan barang ke rak; jangan diantar.
          </Notice>
        ) : null}
        {isGathered(status) ? <GatherList order={order} /> : null}
        <NextStep order={order} receiving={receiving} now={at} problem={problem} />
        <ConfirmQris order={order} qris={qris} now={at} problem={problem} />
        <AttemptList attempts={receiving.attempts} photos={`/operator/pesanan/${order.code}/foto`} now={at} />
        {status === "delivered" || status === "completed" || status === "cancelled" ? null : (
          <div className="grid grid-cols-2 gap-3">
            <ButtonLink plain kind="outlined" to={`tel:${order.buyer_mobile}`}>
              <Icon name="phone" /> Telepon
            </ButtonLink>
            <WhatsappButton mobile={order.buyer_mobile} text={greeting}>
              WhatsApp
            </WhatsappButton>
            <p className="muted col-span-2 text-center text-sm">{mobileText(order.buyer_mobile)}</p>
          </div>
        )}
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
          address={addressOf(order)}
          landmark={order.landmark}
          fulfilment={order.fulfilment}
        />
        {order.is_test ? null : <ReceiptLink to={`/operator/pesanan/${order.code}/nota`} status={status} />}
      </main>
    </>
  );
}

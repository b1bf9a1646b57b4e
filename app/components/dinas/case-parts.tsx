// The head of a case (how it stands, whom to call) and its two forms: taking over, and cancelling.
import { Form } from "@remix-run/react";
import { type NextStep, nextStepText } from "#app/domain/orders/next-step.ts";
import {
  LABEL,
  type OrderStatus,
  SELLER_LINE_LABEL,
  type SellerLineStatus,
} from "#app/domain/orders/order-status.ts";
import { promiseText } from "#app/domain/warung/delivery-window.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Tag, type TagTone } from "../ui/chip.tsx";
import { Facts } from "../ui/desk-page.tsx";
import { AreaField } from "../ui/field.tsx";
import { CallLinks } from "./call-links.tsx";

type Order = {
  readonly code: string;
  readonly status: string;
  readonly cancelled_reason: string | null;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly promise_from: string;
  readonly promise_until: string;
  readonly warung_name: string | null;
  readonly warung_mobile: string | null;
  readonly keeper_name: string | null;
  readonly sellers: readonly { readonly name: string; readonly mobile: string; readonly status: string }[];
};

function toneOf(status: OrderStatus, late: boolean): TagTone {
  if (status === "cancelled" || late) return "late";
  if (status === "needs_officer") return "gold";
  return status === "delivered" || status === "completed" ? "good" : "indigo";
}

type HeadProps = {
  readonly order: Order;
  /** why it came to the officer */
  readonly reason: string | null;
  readonly next: NextStep | null;
  readonly now: string;
};

export function CaseHead({ order, reason, next, now }: HeadProps) {
  const status = order.status as OrderStatus;
  const at = new Date(now);
  const promise = promiseText(
    { from: new Date(order.promise_from), until: new Date(order.promise_until) },
    at,
  );
  const why = status === "cancelled" ? order.cancelled_reason : reason;
  return (
    <section className="card card-pad" aria-label="Keadaan pesanan">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <h2>
          {order.village}, {order.district}
        </h2>
        <Tag tone={toneOf(status, next?.late ?? false)}>{LABEL[status]}</Tag>
      </div>
      <Facts
        facts={[
          ...(why ? ([["Alasan", why]] as const) : []),
          ...(next ? ([["Berikutnya", nextStepText(next)]] as const) : []),
          ["Janji", promise],
          ["Wilayah", order.regency],
          [
            "Pembeli",
            <>
              <span className="block">{order.buyer_name}</span>
              <CallLinks
                mobile={order.buyer_mobile}
                name={order.buyer_name}
                message={`Halo ${order.buyer_name}, saya petugas dinas tentang pesanan ${order.code} di Lapak Lampung.`}
              />
            </>,
          ],
          ...(order.warung_name && order.warung_mobile
            ? ([
                [
                  "Warung",
                  <>
                    <span className="block">
                      {order.warung_name}, {order.keeper_name}
                    </span>
                    <CallLinks
                      mobile={order.warung_mobile}
                      name={order.warung_name}
                      message={`Halo ${order.keeper_name}, saya petugas dinas tentang pesanan ${order.code}.`}
                    />
                  </>,
                ],
              ] as const)
            : []),
          ...order.sellers.map(
            (seller) =>
              [
                "Penjual",
                <span key={seller.name}>
                  <span className="block">
                    {seller.name}
                    <span className="muted">
                      , {SELLER_LINE_LABEL[seller.status as SellerLineStatus].toLowerCase()}
                    </span>
                  </span>
                  <CallLinks
                    mobile={seller.mobile}
                    name={seller.name}
                    message={`Halo ${seller.name}, saya petugas dinas tentang pesanan ${order.code} di Lapak Lampung.`}
                  />
                </span>,
              ] as const,
          ),
        ]}
      />
    </section>
  );
}

export function TakeOverForm({ code, warung }: { readonly code: string; readonly warung: string | null }) {
  return (
    <Form
      method="post"
      action={`/dinas/pesanan/${code}/ambil-alih`}
      className="card card-pad flex flex-wrap items-center justify-between gap-4"
    >
      <p className="min-w-0 grow basis-64">
        <strong>{warung} tidak menyelesaikannya?</strong> Hubungi dulu. Bila tidak bisa, ambil alih: pesanan
        lepas dari warung itu dan dapat Anda tugaskan ke warung lain.
      </p>
      <Button kind="outlined" busyText="Mengambil alih…">
        Ambil alih
      </Button>
    </Form>
  );
}

type CancelProps = { readonly code: string; readonly problem: Problem["problem"] | undefined };

/** Folded away: cancelling is the last thing to do, and asks why. Open again when its reason was not accepted. */
export function CancelForm({ code, problem }: CancelProps) {
  return (
    <details className="card card-pad" open={problem?.fields.alasan !== undefined}>
      <summary className="tap cursor-pointer font-semibold text-clay-ink">Batalkan pesanan ini</summary>
      <Form method="post" action={`/dinas/pesanan/${code}/batalkan`} className="mt-3 space-y-4">
        <AreaField
          label="Alasan"
          name="alasan"
          rows={2}
          required
          minLength={5}
          maxLength={200}
          hint="Pembeli membaca alasan ini di halaman pesanannya."
          problem={problem}
        />
        <Button kind="danger" busyText="Membatalkan…">
          Batalkan pesanan
        </Button>
      </Form>
    </details>
  );
}

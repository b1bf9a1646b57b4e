// At the door or at the counter: take the money, ask for the PIN; and the two other ways it can end.
import { Form } from "@remix-run/react";
import { PIN_TRIES } from "#app/domain/orders/delivery/failure-reasons.ts";
import { whatToCollect } from "#app/domain/orders/pay-text.ts";
import type { PaymentMethod } from "#app/domain/orders/payment-methods.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

type Props = {
  readonly order: {
    readonly code: string;
    readonly status: string;
    readonly is_test: boolean;
    readonly payment_method: PaymentMethod | null;
    /** rupiah */
    readonly outstanding: number;
    readonly pin_tries: number;
  };
  /** the buyer said at checkout that nobody there has a phone */
  readonly withoutPhone: boolean;
  /** the trip to come back to */
  readonly tripId?: number | null;
  readonly problem?: Problem["problem"];
};

export function HandOverForm({ order, withoutPhone, tripId, problem }: Props) {
  const trip = tripId ? `?perjalanan=${tripId}` : "";
  const page = `/operator/pesanan/${order.code}`;
  const atCounter = order.status === "ready_for_pickup";
  if (order.pin_tries >= PIN_TRIES) {
    return (
      <Notice tone="late" title="PIN salah terlalu sering">
        Petugas dinas memastikan lewat telepon dengan pembeli, lalu mencatatnya untuk Anda. Pesanan ini sudah
        ada di mejanya.
      </Notice>
    );
  }
  return (
    <div className="card card-pad space-y-4">
      <Form method="post" action={`${page}${trip}`} className="space-y-4">
        <p className="text-lg font-extrabold tracking-tight">
          {order.is_test
            ? "Uji coba: tanpa uang. Minta PIN dari petugas dinas"
            : `${whatToCollect({ method: order.payment_method ?? "cash", outstanding: order.outstanding })}, lalu minta PIN`}
        </p>
        <Field
          label="PIN dari pembeli"
          name="pin"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          required
          className="text-center text-3xl font-extrabold tracking-[0.3em]"
          problem={problem}
        />
        <Button name="langkah" value="serah" kind="go" wide busyText="Memeriksa PIN…">
          {order.is_test ? "Sudah diserahkan" : "Sudah diterima dan dibayar"}
        </Button>
      </Form>
      {withoutPhone ? (
        <p className="muted text-center">Pembeli berpesan: penerima tidak memegang HP.</p>
      ) : null}
      <div className={`grid gap-2 ${atCounter ? "" : "grid-cols-2"}`}>
        <ButtonLink to={`${page}/serah-foto${trip}`} kind="outlined" small>
          Tanpa HP: nama dan foto
        </ButtonLink>
        {atCounter ? null : (
          <ButtonLink to={`${page}/gagal${trip}`} kind="danger" small>
            Gagal diantar
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

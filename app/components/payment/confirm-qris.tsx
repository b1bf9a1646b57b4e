// The operator looks into their own account and says what came in; until then the order is not paid.
import { Form } from "@remix-run/react";
import { momentText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { CheckField, Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { type QrisCode, QrPicture } from "./qr-picture.tsx";

type Props = {
  readonly order: { readonly code: string; readonly status: string; readonly buyer_name: string };
  /** null: it is paid in another way */
  readonly qris: {
    readonly outstanding: number;
    readonly prepaid: number;
    readonly received: number;
    readonly claimed: number | null;
    readonly claimed_at: string | null;
    readonly code: QrisCode | null;
  } | null;
  readonly now: string;
  readonly problem: Problem["problem"] | undefined;
};

/** Dots as people here write them: the form takes them, too. */
const typed = (amount: number) => amount.toLocaleString("id-ID");

function Received({ order, qris, problem }: Props & { readonly qris: NonNullable<Props["qris"]> }) {
  const isTooMuch = problem?.values.jumlah !== undefined && problem.fields.jumlah !== undefined;
  return (
    <Form
      key={qris.received}
      method="post"
      action={`/operator/pesanan/${order.code}/qris`}
      className="space-y-4"
    >
      <input type="hidden" name="sudah_masuk" value={qris.received} />
      <Field
        label="Yang masuk, rupiah"
        name="jumlah"
        inputMode="numeric"
        autoComplete="off"
        maxLength={13}
        required
        defaultValue={qris.outstanding > 0 ? typed(qris.outstanding) : undefined}
        className="text-2xl font-extrabold"
        hint="Catat persis yang Anda lihat di aplikasi. Kurang? Sisanya ditagih tunai."
        problem={problem}
      />
      {isTooMuch ? <CheckField name="lebih" label="Memang lebih, kelebihannya saya kembalikan" /> : null}
      <Button kind="outlined" wide busyText="Mencatat…">
        Sudah masuk
      </Button>
    </Form>
  );
}

export function ConfirmQris(props: Props) {
  const { order, qris, now: at } = props;
  if (!qris) return null;
  const { outstanding, prepaid, claimed, claimed_at } = qris;
  const isOver = order.status === "cancelled" || order.status === "delivered" || order.status === "completed";
  if (isOver || outstanding === 0) {
    return (
      <section className="card card-pad space-y-3" aria-label="Pembayaran QRIS">
        {prepaid > 0 ? (
          <p className="font-bold text-leaf">Sudah dibayar {rupiah(prepaid)} lewat QRIS</p>
        ) : (
          <p className="muted">Tidak ada pembayaran QRIS yang tercatat.</p>
        )}
        <details open={props.problem?.fields.jumlah !== undefined}>
          <summary className="tap cursor-pointer font-semibold text-maroon">Ada uang QRIS lain masuk</summary>
          <p className="muted mt-1 mb-3">Yang lebih dari tagihan dikembalikan ke pembeli.</p>
          <Received {...props} qris={qris} />
        </details>
      </section>
    );
  }
  return (
    <section className="card card-pad space-y-4" aria-label="Pembayaran QRIS">
      <div>
        <h2>QRIS belum masuk: {rupiah(outstanding)}</h2>
        {prepaid > 0 ? <p className="muted">{rupiah(prepaid)} sudah masuk.</p> : null}
      </div>
      {claimed !== null && claimed_at !== null ? (
        <Notice tone="gold" title="Pembeli bilang sudah bayar">
          {rupiah(claimed)}, {momentText(new Date(claimed_at), new Date(at))}. Lihat di aplikasi QRIS Anda,
          bukan di layar pembeli.
        </Notice>
      ) : null}
      <Received {...props} qris={qris} />
      {qris.code ? (
        <details>
          <summary className="tap cursor-pointer font-semibold text-maroon">
            Tunjukkan kodenya ke pembeli
          </summary>
          <div className="mt-2">
            <QrPicture code={qris.code} amount={outstanding} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

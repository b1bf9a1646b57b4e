// The warung's part: a replacement has come, and money or goods are handed over against the buyer's PIN.
import { Form } from "@remix-run/react";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { CheckField, Field } from "../ui/field.tsx";

type Props = {
  readonly complaint: {
    readonly code: string;
    readonly status: string;
    readonly seller: string | null;
    readonly worth: number;
    readonly toCard: boolean;
    readonly pieces: number;
    readonly goods: { readonly name: string };
  };
  readonly problem: Problem["problem"] | undefined;
};

export function RemedyForms({ complaint, problem }: Props) {
  const { code, status, seller, worth, pieces, goods } = complaint;
  const base = `/operator/keluhan/${code}`;
  if (status === "exchange_due") {
    return (
      <Form method="post" action={`${base}/pengganti`} className="card card-pad my-4 space-y-3">
        <p>
          Periksa {pieces} {goods.name} dari {seller} sebelum Anda terima.
        </p>
        <Button kind="go" wide busyText="Menyimpan…">
          Pengganti sudah kami terima
        </Button>
      </Form>
    );
  }
  if (status !== "refund_due" && status !== "exchange_ready") return null;
  if (status === "refund_due" && complaint.toCard) return null;
  const isRefund = status === "refund_due";
  return (
    <Form method="post" action={`${base}/serahkan`} className="card card-pad my-4 space-y-4">
      <p className="text-lg font-extrabold tracking-tight">
        {isRefund ? `Serahkan ${rupiah(worth)} tunai, lalu minta PIN` : "Serahkan pengganti, lalu minta PIN"}
      </p>
      <Field
        label="PIN dari pembeli"
        name="pin"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        required
        hint="PIN keluhan di halaman pesanan pembeli; bukan PIN saat barang diantar."
        className="text-center text-3xl font-extrabold tracking-[0.3em]"
        problem={problem}
      />
      <CheckField name="barang_lama" label="Barang yang dikeluhkan sudah kami ambil" />
      <Button kind="go" wide busyText="Memeriksa PIN…">
        {isRefund ? "Uang sudah dikembalikan" : "Pengganti sudah diserahkan"}
      </Button>
    </Form>
  );
}

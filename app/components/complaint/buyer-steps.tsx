// What the buyer can do with a complaint now: take the answer or not, show the PIN (`BuyerSteps`); or take it back.
import { Form } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { AreaField } from "../ui/field.tsx";

type Props = {
  /** address of this complaint's page below which the forms post */
  readonly base: string;
  /** with the secret of the tracking link */
  readonly query: string;
  readonly complaint: {
    readonly status: string;
    readonly answer: string | null;
    readonly pin: string | null;
  };
  readonly problem: Problem["problem"] | undefined;
};

function AnswerChoice({ base, query, complaint, problem }: Props) {
  const isRefused = complaint.answer === "refused";
  return (
    <section className="card card-pad my-4" aria-label="Tanggapan Anda">
      <Form method="post" action={`${base}/setuju${query}`}>
        <Button kind="go" wide busyText="Menyimpan…">
          {isRefused ? "Saya terima penolakannya" : "Saya setuju"}
        </Button>
      </Form>
      <details className="mt-3" open={problem?.fields.alasan !== undefined}>
        <summary className="tap cursor-pointer font-semibold text-maroon">
          Tidak setuju, minta petugas memutuskan
        </summary>
        <Form method="post" action={`${base}/bantah${query}`} className="mt-2 space-y-4">
          <AreaField
            label="Mengapa tidak setuju?"
            name="alasan"
            rows={2}
            required
            minLength={5}
            maxLength={500}
            problem={problem}
          />
          <Button kind="outlined" wide busyText="Mengirim…">
            Serahkan ke petugas dinas
          </Button>
        </Form>
      </details>
    </section>
  );
}

function Receipt({ base, query, complaint }: Props) {
  const isRefund = complaint.status === "refund_due";
  return (
    <section className="my-4" aria-label={isRefund ? "Uang kembali" : "Barang pengganti"}>
      <div className="flex items-center justify-between gap-4 rounded-card border border-gold bg-gold-soft p-4">
        <div>
          <p className="font-bold">PIN keluhan</p>
          <p className="text-[0.9375rem] text-gold-ink">
            sebutkan setelah {isRefund ? "uang" : "barang"} di tangan Anda
          </p>
        </div>
        <p className="text-4xl font-extrabold tracking-[0.12em] tabular-nums">{complaint.pin}</p>
      </div>
      <Form method="post" action={`${base}/terima${query}`} className="mt-3">
        <Button kind="outlined" wide busyText="Menyimpan…">
          {isRefund ? "Uang sudah saya terima" : "Barang pengganti sudah saya terima"}
        </Button>
      </Form>
    </section>
  );
}

export function BuyerSteps(props: Props) {
  const { complaint } = props;
  return (
    <>
      {complaint.status === "answered" ? <AnswerChoice {...props} /> : null}
      {complaint.pin ? <Receipt {...props} /> : null}
    </>
  );
}

export function WithdrawForm({ base, query }: Pick<Props, "base" | "query">) {
  return (
    <details className="card card-pad my-4">
      <summary className="tap cursor-pointer font-semibold">Tarik keluhan</summary>
      <p className="muted mt-2 mb-3">Sudah beres dengan penjual atau warung? Keluhan ini lalu ditutup.</p>
      <Form method="post" action={`${base}/tarik${query}`}>
        <Button kind="danger" wide busyText="Menyimpan…">
          Ya, tarik keluhan
        </Button>
      </Form>
    </details>
  );
}

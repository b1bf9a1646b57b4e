// What an officer may do with a complaint: decide it with a reason, or confirm that money was handed back.
import { Form } from "@remix-run/react";
import { OUTCOME_LABEL } from "#app/domain/complaints/complaint-status.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { AreaField, ChoiceCard } from "../ui/field.tsx";

type Props = {
  readonly code: string;
  /** of the list beside it, to come back to the same place */
  readonly query: string;
  readonly problem: Problem["problem"] | undefined;
};

type DecideProps = Props & {
  readonly wanted: string;
  readonly worth: number;
  /** a refund goes back to the card it was paid with */
  readonly toCard: boolean;
  readonly seller: string | null;
  readonly warung: string;
};

export function DecideComplaint(props: DecideProps) {
  const { code, query, problem, wanted, worth, toCard, seller, warung } = props;
  const typed = problem?.values;
  const decision = typed?.putusan ?? wanted;
  return (
    <Form
      method="post"
      action={`/dinas/keluhan/${code}/putuskan${query}`}
      className="card card-pad space-y-4"
      aria-label="Keputusan"
    >
      <fieldset>
        <legend className="mb-2 text-lg font-extrabold tracking-tight">Keputusan</legend>
        <div className="grid gap-3 xl:grid-cols-3">
          <ChoiceCard
            name="putusan"
            value="refund"
            title={OUTCOME_LABEL.refund}
            note={toCard ? `${rupiah(worth)} ke kartu pembeli` : `${rupiah(worth)} tunai lewat ${warung}`}
            defaultChecked={decision === "refund"}
          />
          <ChoiceCard
            name="putusan"
            value="exchange"
            title={OUTCOME_LABEL.exchange}
            note={seller ? `${seller} mengantar pengganti` : `dari rak ${warung}`}
            defaultChecked={decision === "exchange"}
          />
          <ChoiceCard
            name="putusan"
            value="refused"
            title="Tolak keluhan"
            note="tidak ada yang diganti"
            defaultChecked={decision === "refused"}
          />
        </div>
      </fieldset>
      {seller ? (
        <fieldset>
          <legend className="mb-2 font-semibold">Uang kembali ditanggung</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            <ChoiceCard
              name="penanggung"
              value="seller"
              title={seller}
              note="barangnya sendiri yang bermasalah"
              defaultChecked={typed?.penanggung !== "warung"}
            />
            <ChoiceCard
              name="penanggung"
              value="warung"
              title={warung}
              note="rusak atau tertukar setelah diserahkan"
              defaultChecked={typed?.penanggung === "warung"}
            />
          </div>
        </fieldset>
      ) : null}
      <AreaField
        label="Alasan"
        name="alasan"
        rows={3}
        required
        minLength={5}
        maxLength={500}
        hint="Pembeli, penjual, dan warung membaca alasan ini. Keputusan tercatat atas nama Anda."
        problem={problem}
      />
      <Button kind="go" busyText="Menyimpan…">
        Putuskan
      </Button>
    </Form>
  );
}

export function AttestRefund({
  code,
  query,
  problem,
  worth,
  warung,
}: Props & { worth: number; warung: string }) {
  return (
    <details className="card card-pad" open={problem?.fields.alasan !== undefined}>
      <summary className="tap cursor-pointer font-semibold text-maroon">Uangnya sudah diserahkan?</summary>
      <Form method="post" action={`/dinas/keluhan/${code}/dibayar${query}`} className="mt-3 space-y-4">
        <p>
          Biasanya {warung} memasukkan PIN pembeli, atau pembeli menekan tombol terima. Kalau keduanya tidak
          bisa, catat di sini bahwa {rupiah(worth)} sudah sampai ke pembeli.
        </p>
        <AreaField
          label="Bagaimana Anda tahu?"
          name="alasan"
          rows={2}
          required
          minLength={5}
          maxLength={500}
          hint="Misalnya: ditelepon, pembeli membenarkan. Tercatat atas nama Anda."
          problem={problem}
        />
        <Button kind="outlined" busyText="Menyimpan…">
          Catat uang sudah kembali
        </Button>
      </Form>
    </details>
  );
}

// The one who has to answer says what they offer (`AnswerForm`); seller and warung add what they know (`NoteForm`).
import { Form } from "@remix-run/react";
import { OUTCOME_LABEL } from "#app/domain/complaints/complaint-status.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { AreaField, ChoiceCard } from "../ui/field.tsx";

type Shared = {
  /** of the complaint's own page; the forms post to addresses below it */
  readonly base: string;
  readonly problem: Problem["problem"] | undefined;
};

type Props = Shared & {
  readonly complaint: {
    readonly wanted: string;
    readonly worth: number;
    readonly toCard: boolean;
    readonly warung: { readonly name: string };
  };
  readonly isSeller: boolean;
};

export function AnswerForm({ base, problem, complaint, isSeller }: Props) {
  const { wanted, worth, toCard, warung } = complaint;
  const back = toCard ? `${rupiah(worth)} kembali ke kartu pembeli` : "";
  const notes = {
    refund: isSeller
      ? `${back || `${warung.name} mengembalikan ${rupiah(worth)} tunai`}; jumlah itu dikurangkan dari uang Anda`
      : back
        ? `${back}, dikurangkan dari uang Anda`
        : `Anda mengembalikan ${rupiah(worth)} tunai`,
    exchange: isSeller ? `Anda mengantar pengganti ke ${warung.name} dalam tiga hari kerja` : "dari rak Anda",
    refused: "tulis alasannya; kalau pembeli tidak setuju, petugas dinas memutuskan",
  };
  const order: readonly (keyof typeof notes)[] =
    wanted === "exchange" ? ["exchange", "refund", "refused"] : ["refund", "exchange", "refused"];
  const chosen = problem?.values.jawaban ?? wanted;
  return (
    <Form method="post" action={`${base}/jawab`} className="card card-pad my-4 space-y-4">
      <fieldset>
        <legend className="mb-2 text-lg font-extrabold tracking-tight">Jawaban Anda</legend>
        <div className="space-y-3">
          {order.map((answer) => (
            <ChoiceCard
              key={answer}
              name="jawaban"
              value={answer}
              title={
                <>
                  {answer === "refused" ? "Tolak keluhan" : OUTCOME_LABEL[answer]}
                  {answer === wanted ? <span className="font-normal"> (permintaan pembeli)</span> : null}
                </>
              }
              note={notes[answer]}
              defaultChecked={chosen === answer}
            />
          ))}
        </div>
      </fieldset>
      <AreaField
        label="Pesan untuk pembeli"
        name="alasan"
        rows={2}
        maxLength={500}
        hint="Wajib bila menolak."
        problem={problem}
      />
      <Button kind="go" wide busyText="Mengirim…">
        Kirim jawaban
      </Button>
    </Form>
  );
}

export function NoteForm({ base, problem }: Shared) {
  return (
    <details className="card card-pad my-4" open={problem?.fields.keterangan !== undefined}>
      <summary className="tap cursor-pointer font-semibold">Tambah keterangan</summary>
      <Form method="post" action={`${base}/keterangan`} className="mt-2 space-y-4">
        <AreaField
          label="Yang Anda ketahui"
          name="keterangan"
          rows={2}
          required
          minLength={5}
          maxLength={500}
          hint="Misalnya keadaan barang waktu Anda terima atau serahkan. Semua pihak membaca ini."
          problem={problem}
        />
        <Button kind="outlined" busyText="Menyimpan…">
          Simpan keterangan
        </Button>
      </Form>
    </details>
  );
}

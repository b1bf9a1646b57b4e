// The buyer says which goods are wrong, how, and what they wish for. One form, one post.
import { Form } from "@remix-run/react";
import { COMPLAINT_KINDS } from "#app/domain/complaints/complaint-kinds.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { LinePicture } from "../order/line-picture.tsx";
import { Button } from "../ui/button.tsx";
import { AreaField, ChoiceCard, Field, SelectField } from "../ui/field.tsx";
import { PhotosField } from "./photos-field.tsx";

type Props = {
  readonly formKey: string;
  readonly lines: readonly {
    readonly id: number;
    /** null: a staple */
    readonly umkm_id: number | null;
    readonly name: string;
    readonly unit: string;
    readonly price: number;
    readonly quantity: number;
    readonly left: number;
    readonly has_open: boolean;
    readonly media_hash: string | null;
    readonly ground: string | null;
  }[];
  /** a refund goes back to the card it was paid with */
  readonly toCard: boolean;
  readonly problem: Problem["problem"] | undefined;
};

function Wrong({ text }: { readonly text: string | undefined }) {
  return text ? <p className="mt-1 text-sm font-semibold text-clay-ink">{text}</p> : null;
}

export function ComplaintForm({ formKey, lines, toCard, problem }: Props) {
  const free = lines.filter((line) => !line.has_open && line.left > 0);
  const chosen = problem?.values.barang ?? (free.length === 1 ? String(free[0]!.id) : undefined);
  return (
    <Form method="post" encType="multipart/form-data" className="space-y-5">
      <input type="hidden" name="kunci" value={formKey} />
      <fieldset>
        <legend className="mb-1.5 font-semibold">Barang yang mana?</legend>
        <div className="space-y-3">
          {lines.map((line) => {
            const isTaken = line.has_open || line.left <= 0;
            return (
              <ChoiceCard
                key={line.id}
                name="barang"
                value={String(line.id)}
                title={line.umkm_id === null ? line.name : `${line.name} ${line.unit}`}
                note={
                  isTaken
                    ? "keluhannya sedang atau sudah diurus"
                    : `${line.quantity} ${line.umkm_id === null ? `${line.unit} ` : ""}× ${rupiah(line.price)}`
                }
                icon={<LinePicture line={line} />}
                disabled={isTaken}
                defaultChecked={!isTaken && chosen === String(line.id)}
              />
            );
          })}
        </div>
        <Wrong text={problem?.fields.barang} />
      </fieldset>
      <Field
        label="Berapa yang bermasalah?"
        name="jumlah"
        type="number"
        inputMode="numeric"
        min={1}
        max={Math.max(1, ...free.map((line) => line.left))}
        defaultValue={1}
        required
        className="max-w-32"
        problem={problem}
      />
      <SelectField
        label="Apa masalahnya?"
        name="macam"
        prompt="Pilih"
        options={Object.entries(COMPLAINT_KINDS).map(([value, { label }]) => ({ value, label }))}
        problem={problem}
      />
      <AreaField
        label="Ceritakan singkat"
        name="cerita"
        rows={3}
        required
        minLength={5}
        maxLength={1000}
        hint="Penjual, warung, dan petugas dinas membaca ini. Nama dan alamat Anda tidak perlu ditulis."
        problem={problem}
      />
      <PhotosField problem={problem} />
      <fieldset>
        <legend className="mb-1.5 font-semibold">Yang Anda inginkan</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          <ChoiceCard
            name="minta"
            value="refund"
            title="Uang kembali"
            note={toCard ? "ke kartu Anda" : "tunai, lewat warung"}
            defaultChecked={problem?.values.minta !== "exchange"}
          />
          <ChoiceCard
            name="minta"
            value="exchange"
            title="Tukar barang"
            note="atau yang kurang dilengkapi"
            defaultChecked={problem?.values.minta === "exchange"}
          />
        </div>
        <Wrong text={problem?.fields.minta} />
      </fieldset>
      <Button wide busyText="Mengirim keluhan…">
        Kirim keluhan
      </Button>
    </Form>
  );
}

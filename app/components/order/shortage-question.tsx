// What the buyer is asked when something is missing: the substitute with what it changes, doing without, or no order at
// all. One question at a time, one filled button. The officer's desk asks it the same way, on the telephone.
import { Form } from "@remix-run/react";
import { MISSING_CHOICES, type MissingChoice } from "#app/domain/orders/missing-choices.ts";
import { MISSING_REASONS, type MissingReason } from "#app/domain/orders/missing-reasons.ts";
import { momentText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { ChoiceCard } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";

export type QuestionView = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly pieces: number;
  readonly quantity: number;
  readonly reason: string;
  readonly deadline_at: string;
  readonly substitute_name: string | null;
  readonly substitute_unit: string | null;
  readonly substitute_price: number | null;
  readonly substitute_quantity: number | null;
  readonly substitute_umkm: string | null;
  readonly total: number;
  readonly outcome: { readonly dropped: number; readonly substituted: number | null; readonly left: number };
};

type Props = {
  readonly questions: readonly QuestionView[];
  readonly choice: string;
  readonly now: string;
  /** where the answer is sent; the page itself by default */
  readonly action?: string;
  /** "Simpan pilihan" on the buyer's page */
  readonly button: string;
  /** the page has a filled button of its own */
  readonly outlined?: boolean;
};

/** How a total changes: `Rp12.000 lebih murah`. */
function differenceText(before: number, after: number): string {
  if (after === before) return "harga tetap";
  return `${rupiah(Math.abs(after - before))} lebih ${after < before ? "murah" : "mahal"}`;
}

export function ShortageQuestion({ questions, choice, now, action, button, outlined }: Props) {
  const [first, ...others] = questions;
  if (!first) return null;
  const { outcome, total } = first;
  const some = first.pieces < first.quantity;
  const reason = MISSING_REASONS[first.reason as MissingReason] ?? first.reason;
  const chosen: MissingChoice = choice in MISSING_CHOICES ? (choice as MissingChoice) : "drop";
  const without =
    outcome.left === 0 ? "Tanpa barang ini tidak ada lagi yang diantar: pesanan berakhir." : null;
  const totals = (after: number) => `jumlah jadi ${rupiah(after)}, ${differenceText(total, after)}`;
  return (
    <section className="card card-pad my-4 border-2 border-gold bg-[#fffdf4]" aria-labelledby="tidak-ada">
      {others.length > 0 ? (
        <p className="muted text-[0.9375rem]">Pertanyaan 1 dari {questions.length}</p>
      ) : null}
      <h2 id="tidak-ada">
        {some ? `${first.pieces} dari ${first.quantity}` : `${first.quantity} ×`} {first.name} tidak ada
      </h2>
      <p className="muted mt-1">
        {first.unit}, {reason}.
      </p>
      <p className="mt-2 flex items-center gap-2 font-semibold text-gold-ink">
        <Icon name="clock" size={18} /> Jawab sebelum {momentText(new Date(first.deadline_at), new Date(now))}
      </p>
      <Form method="post" action={action} preventScrollReset className="mt-4 space-y-3">
        <input type="hidden" name="intent" value="habis" />
        <input type="hidden" name="pertanyaan" value={first.id} />
        <fieldset className="space-y-3">
          <legend className="mb-2 font-bold">Mau bagaimana?</legend>
          {outcome.substituted === null ? null : (
            <ChoiceCard
              name="pilihan"
              value="substituted"
              defaultChecked={chosen === "substitute"}
              title={`Ganti dengan ${first.substitute_quantity} × ${first.substitute_name}`}
              note={
                <>
                  {first.substitute_unit} · {rupiah(first.substitute_price!)}
                  {first.substitute_umkm ? ` · ${first.substitute_umkm}` : " · dari rak warung"}
                  <b className="block text-ink">{totals(outcome.substituted)}</b>
                </>
              }
            />
          )}
          <ChoiceCard
            name="pilihan"
            value="dropped"
            defaultChecked={chosen === "drop" || (chosen === "substitute" && outcome.substituted === null)}
            title={some ? `Terima ${first.quantity - first.pieces} saja` : "Tanpa barang ini"}
            note={without ?? <b className="block text-ink">{totals(outcome.dropped)}</b>}
          />
          <ChoiceCard
            name="pilihan"
            value="cancelled"
            defaultChecked={chosen === "cancel"}
            title="Batalkan seluruh pesanan"
            note="tidak ada yang diantar dan dibayar"
          />
        </fieldset>
        <Button kind={outlined ? "outlined" : "filled"} wide busyText="Menyimpan…">
          {button}
        </Button>
      </Form>
      <p className="muted mt-3 text-[0.9375rem]">
        Bila tidak dijawab: {MISSING_CHOICES[chosen].said}.
        {others.length > 0 ? ` Setelah ini: ${others.map(({ name }) => name).join(", ")}.` : ""}
      </p>
    </section>
  );
}

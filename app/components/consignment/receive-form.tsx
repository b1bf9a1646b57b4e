// Counting what has arrived: every line in one form, filled with what the slip says.
import { Form } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

type Props = {
  readonly lines: readonly {
    readonly variant_id: number;
    readonly product: string;
    readonly label: string;
    readonly sent: number;
  }[];
  readonly problem: Problem["problem"] | undefined;
};

export function ReceiveForm({ lines, problem }: Props) {
  return (
    <Form method="post" className="space-y-4">
      <input type="hidden" name="langkah" value="terima" />
      <p className="muted">
        Hitung satu per satu. Yang tidak ada di keduanya tercatat sebagai kurang, dan penjual melihatnya.
      </p>
      {lines.map((line) => (
        <fieldset key={line.variant_id} className="card card-pad">
          <legend className="sr-only">
            {line.product} {line.label}
          </legend>
          <p className="mb-3 font-bold">
            {line.product} <span className="muted font-normal">{line.label}</span>
            <span className="muted block text-[0.9375rem] font-normal">Menurut surat: {line.sent}</span>
          </p>
          <div className="grid grid-cols-2 gap-3">
            <Field
              label="Ditaruh di rak"
              name={`diterima_${line.variant_id}`}
              inputMode="numeric"
              maxLength={4}
              required
              autoComplete="off"
              defaultValue={String(line.sent)}
              problem={problem}
            />
            <Field
              label="Dikembalikan"
              name={`dikembalikan_${line.variant_id}`}
              inputMode="numeric"
              maxLength={4}
              autoComplete="off"
              defaultValue="0"
              problem={problem}
            />
          </div>
        </fieldset>
      ))}
      <Button kind="go" wide busyText="Menyimpan…">
        Sudah saya hitung, taruh di rak
      </Button>
    </Form>
  );
}

// What a warung does with goods on its shelf besides selling them: send back, write off with a reason, count anew.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SHRINK_REASONS } from "#app/domain/consignment/shrink-reasons.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectField } from "../ui/field.tsx";

type Props = {
  readonly onShelf: number;
  readonly formKey: string;
  readonly problem: Problem["problem"] | undefined;
};

type StepProps = Pick<Props, "formKey" | "problem"> & {
  readonly step: string;
  readonly title: string;
  readonly children: ReactNode;
};

function Step({ step, title, formKey, problem, children }: StepProps) {
  return (
    <details className="px-4" open={problem?.values.langkah === step || undefined}>
      <summary className="tap w-full font-semibold text-maroon">{title}</summary>
      <Form method="post" className="space-y-3 pb-4" preventScrollReset>
        <input type="hidden" name="langkah" value={step} />
        <input type="hidden" name="kunci" value={formKey} />
        {children}
      </Form>
    </details>
  );
}

export function ShelfCare({ onShelf, formKey, problem }: Props) {
  const of = (step: string) => (problem?.values.langkah === step ? problem : undefined);
  const shared = { formKey, problem };
  const pieces = { inputMode: "numeric", maxLength: 4, required: true, autoComplete: "off" } as const;
  return (
    <div className="card mt-4 divide-y divide-line">
      {onShelf > 0 ? (
        <>
          <Step {...shared} step="kembalikan" title="Kembalikan ke penjual">
            <Field {...pieces} label="Berapa yang dikembalikan?" name="jumlah" problem={of("kembalikan")} />
            <Button kind="outlined" busyText="Menyimpan…">
              Catat pengembalian
            </Button>
          </Step>
          <Step {...shared} step="susut" title="Rusak, hilang, atau lewat tanggal">
            <Field {...pieces} label="Berapa yang tidak dapat dijual?" name="jumlah" problem={of("susut")} />
            <SelectField
              label="Sebabnya"
              name="alasan"
              defaultValue="rusak"
              options={Object.entries(SHRINK_REASONS).map(([value, label]) => ({ value, label }))}
              problem={of("susut")}
            />
            <p className="muted text-[0.9375rem]">
              Penjual melihat catatan ini. Siapa yang menanggungnya, Anda berdua yang menentukan.
            </p>
            <Button kind="danger" busyText="Menyimpan…">
              Catat susut
            </Button>
          </Step>
        </>
      ) : null}
      <Step {...shared} step="hitung" title="Hitung ulang rak">
        <Field
          {...pieces}
          label="Berapa yang ada di rak?"
          name="hitung"
          defaultValue={String(onShelf)}
          hint="Jangan hitung yang sudah dipesan pembeli tetapi belum berangkat."
          problem={of("hitung")}
        />
        <Button kind="outlined" busyText="Menyimpan…">
          Simpan hitungan
        </Button>
      </Step>
    </div>
  );
}

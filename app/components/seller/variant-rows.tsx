// The pack sizes in a product's form, one group of fields each. "Tambah ukuran" is a submit button that brings the form
// back with one more row; with JavaScript the row is simply there.
import { useState } from "react";
import { MOST_VARIANTS } from "#app/domain/catalogue/variant-limits.ts";
import { count } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { CheckField, Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";

export type VariantRow = {
  readonly id: number;
  readonly label: string;
  readonly sku: string;
  readonly price: number;
  readonly weight_grams: number;
  readonly stock: number;
  readonly ordered: boolean;
};

type RowProps = {
  readonly row: number;
  readonly variant: VariantRow | undefined;
  readonly problem: Problem["problem"] | undefined;
};

function Row({ row, variant, problem }: RowProps) {
  return (
    <fieldset className="card card-pad">
      <legend className="sr-only">Ukuran {row + 1}</legend>
      {variant ? (
        <>
          <input type="hidden" name={`varian_${row}`} value={variant.id} />
          <input type="hidden" name={`terlihat_${row}`} value={variant.stock} />
        </>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="Ukuran"
          name={`label_${row}`}
          problem={problem}
          defaultValue={variant?.label}
          maxLength={60}
          placeholder="250 g, isi 10"
        />
        <Field
          label="Berat (gram)"
          name={`berat_${row}`}
          inputMode="numeric"
          problem={problem}
          defaultValue={variant ? count(variant.weight_grams) : undefined}
          maxLength={9}
        />
        <Field
          label="Harga (Rp)"
          name={`harga_${row}`}
          inputMode="numeric"
          problem={problem}
          defaultValue={variant ? count(variant.price) : undefined}
          maxLength={15}
        />
        <Field
          label="Stok"
          name={`stok_${row}`}
          inputMode="numeric"
          problem={problem}
          defaultValue={variant ? count(variant.stock) : undefined}
          maxLength={12}
        />
        <div className="col-span-2">
          <Field
            label="Kode barang"
            name={`sku_${row}`}
            problem={problem}
            defaultValue={variant?.sku}
            maxLength={60}
            optional
          />
        </div>
      </div>
      {variant && !variant.ordered ? <CheckField name={`hapus_${row}`} label="Hapus ukuran ini" /> : null}
      {problem?.fields[`hapus_${row}`] ? (
        <p className="mt-1 text-sm font-semibold text-clay-ink">{problem.fields[`hapus_${row}`]}</p>
      ) : null}
    </fieldset>
  );
}

type Props = {
  readonly variants: readonly VariantRow[];
  readonly problem: Problem["problem"] | undefined;
  /** rows the form came back with */
  readonly rows: number;
};

export function VariantRows({ variants, problem, rows }: Props) {
  const [added, setAdded] = useState(0);
  const shown = Math.min(MOST_VARIANTS, Math.max(variants.length || 1, rows) + added);
  return (
    <section className="space-y-3">
      <h2>Ukuran, harga, dan stok</h2>
      {problem?.fields.ukuran ? (
        <p className="text-sm font-semibold text-clay-ink">{problem.fields.ukuran}</p>
      ) : null}
      {Array.from({ length: shown }, (_, row) => (
        <Row key={variants[row]?.id ?? `baru-${row}`} row={row} variant={variants[row]} problem={problem} />
      ))}
      {shown < MOST_VARIANTS ? (
        <button
          type="submit"
          name="langkah"
          value="baris"
          formNoValidate
          className="btn btn-outlined btn-small"
          onClick={(event) => {
            event.preventDefault();
            setAdded(added + 1);
          }}
        >
          <Icon name="plus" size={18} /> Tambah ukuran
        </button>
      ) : null}
    </section>
  );
}

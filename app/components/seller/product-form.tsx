// A product's form: what it is, where it is made, its licences and pack sizes. New and known products share it.
import { Form } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { AreaField, Field, SelectField } from "../ui/field.tsx";
import { ProblemNotice, problemOf } from "../ui/problem-notice.tsx";
import { LicenceFields } from "./licence-fields.tsx";
import { type VariantRow, VariantRows } from "./variant-rows.tsx";

type Props = {
  readonly product: {
    readonly name: string;
    readonly description: string;
    readonly category_slug: string | null;
    readonly made_in_district_code: string;
    readonly pirt: string | null;
    readonly halal: string | null;
    readonly bpom: string | null;
    readonly variants: readonly VariantRow[];
  };
  readonly categories: readonly { readonly slug: string; readonly name: string }[];
  readonly districts: readonly { readonly code: string; readonly name: string; readonly regency: string }[];
  /** what the action said: a problem, or the form with one more row */
  readonly answer: unknown;
  readonly saveText: string;
};

/** What was typed and how many rows there were, whichever way the form came back. */
function comeBack(answer: unknown): { typed: Problem["problem"] | undefined; rows: number } {
  const problem = problemOf(answer);
  if (problem) {
    const rows = Object.keys(problem.values).filter((name) => name.startsWith("label_")).length;
    return { typed: problem, rows };
  }
  if (answer !== null && typeof answer === "object" && "typed" in answer && "rows" in answer) {
    const values = answer.typed as Record<string, string>;
    return { typed: { message: "", fields: {}, values }, rows: answer.rows as number };
  }
  return { typed: undefined, rows: 0 };
}

export function ProductForm({ product, categories, districts, answer, saveText }: Props) {
  const problem = problemOf(answer);
  const { typed, rows } = comeBack(answer);
  return (
    <Form method="post" className="space-y-5">
      {/* first in the form, so that Enter saves instead of adding a row */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        Simpan
      </button>
      <ProblemNotice problem={problem} />
      <Field
        label="Nama produk"
        name="nama"
        problem={typed}
        defaultValue={product.name}
        maxLength={140}
        placeholder="Misalnya: Keripik pisang cokelat"
      />
      <SelectField
        label="Kategori"
        name="kategori"
        problem={typed}
        defaultValue={product.category_slug ?? ""}
        prompt="Pilih kategori"
        options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <AreaField
        label="Keterangan"
        name="keterangan"
        problem={typed}
        defaultValue={product.description}
        maxLength={4000}
        rows={5}
        optional
        hint="Bahan, rasa, cara menyimpan, berapa lama tahan."
      />
      <VariantRows variants={product.variants} problem={typed} rows={rows} />
      <SelectField
        label="Dibuat di kecamatan"
        name="kecamatan"
        problem={typed}
        defaultValue={product.made_in_district_code}
        prompt="Pilih kecamatan"
        options={districts.map(({ code, name, regency }) => ({ value: code, label: `${name}, ${regency}` }))}
      />
      <details
        open={Boolean(product.pirt || product.halal || product.bpom || problem)}
        className="card card-pad"
      >
        <summary className="tap w-full font-bold">Izin produk (boleh kosong)</summary>
        <div className="mt-3 space-y-4">
          <LicenceFields of={product} problem={typed} />
        </div>
      </details>
      <Button wide busyText="Menyimpan…">
        {saveText}
      </Button>
    </Form>
  );
}

// P-IRT, halal and BPOM: the three numbers that a business and a product may have.
import type { Problem } from "#app/web/reply.server.ts";
import { Field } from "../ui/field.tsx";

type Props = {
  readonly of: { readonly pirt: string | null; readonly halal: string | null; readonly bpom: string | null };
  readonly problem: Problem["problem"] | undefined;
  /** what an officer said about it */
  readonly mark?: (key: "pirt" | "halal" | "bpom") => string | undefined;
};

const FIELDS = [
  {
    name: "pirt",
    label: "P-IRT",
    hint: "15 angka; dua yang terakhir tahun berlakunya. Yang sudah lewat tidak diterima.",
    mode: "numeric",
  },
  { name: "halal", label: "Sertifikat halal", hint: "Dimulai ID lalu angka.", mode: "text" },
  { name: "bpom", label: "BPOM MD", hint: "Dimulai MD lalu 12 sampai 15 angka.", mode: "text" },
] as const;

export function LicenceFields({ of, problem, mark }: Props) {
  return FIELDS.map(({ name, label, hint, mode }) => (
    <Field
      key={name}
      label={label}
      name={name}
      inputMode={mode}
      autoComplete="off"
      autoCapitalize="characters"
      problem={problem}
      error={mark?.(name)}
      defaultValue={of[name] ?? ""}
      maxLength={40}
      optional
      hint={hint}
    />
  ));
}

// Bank, number and holder of an account that money is paid to. The number itself is never shown again.
import type { Problem } from "#app/web/reply.server.ts";
import { Field, SelectField } from "../ui/field.tsx";

type Props = {
  readonly banks: readonly { readonly code: string; readonly name: string }[];
  readonly bankCode: string | null;
  /** what may be shown of the number that is kept; null: none is */
  readonly last4: string | null;
  readonly holder: string;
  readonly numberHint: string;
  /** why the account was sent back */
  readonly error?: string | undefined;
  readonly problem: Problem["problem"] | undefined;
};

export function BankFields({ banks, bankCode, last4, holder, numberHint, error, problem }: Props) {
  return (
    <>
      <SelectField
        label="Bank"
        name="bank"
        problem={problem}
        error={error}
        defaultValue={bankCode ?? ""}
        prompt="Pilih bank"
        options={banks.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Field
        label="Nomor rekening"
        name="rekening"
        inputMode="numeric"
        autoComplete="off"
        problem={problem}
        maxLength={30}
        placeholder={last4 ? `•••• ${last4}` : undefined}
        hint={numberHint}
      />
      <Field
        label="Atas nama"
        name="atas_nama"
        problem={problem}
        defaultValue={holder}
        maxLength={100}
        hint="Persis seperti di buku rekening."
        required
      />
    </>
  );
}

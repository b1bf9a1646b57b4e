// Where one is paid to: bank, number and holder. The number itself is never shown again.
import { Form } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

type Props = {
  readonly account: {
    readonly owner: string;
    readonly bank: string | null;
    readonly bank_code: string | null;
    readonly bank_account_last4: string | null;
    readonly bank_account_holder: string | null;
    readonly bank_account_confirmed_at: string | null;
  };
  readonly banks: readonly { readonly code: string; readonly name: string }[];
  readonly problem: Problem["problem"] | undefined;
  readonly go?: boolean;
};

export function AccountForm({ account, banks, problem, go }: Props) {
  const { bank, bank_code, bank_account_last4: last4, bank_account_holder: holder, owner } = account;
  return (
    <>
      {last4 ? (
        <Notice
          tone={account.bank_account_confirmed_at ? "good" : "gold"}
          title={`${bank ?? "Bank"} •••• ${last4}`}
        >
          {account.bank_account_confirmed_at
            ? "Sudah diperiksa petugas. Ke sinilah uang Anda ditransfer."
            : "Petugas provinsi memeriksanya sebelum transfer berikutnya."}
        </Notice>
      ) : (
        <Notice tone="late" title="Rekening belum diisi">
          Tanpa rekening, uang Anda menunggu. Tidak ada yang hilang.
        </Notice>
      )}
      <Form method="post" className="card card-pad space-y-5">
        <SelectField
          label="Bank"
          name="bank"
          problem={problem}
          defaultValue={bank_code ?? ""}
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
          hint={
            last4
              ? "Kosongkan bila nomornya tetap."
              : "5 sampai 20 angka, tanpa spasi. Nomornya disimpan tersandi."
          }
        />
        <Field
          label="Atas nama"
          name="atas_nama"
          problem={problem}
          defaultValue={holder ?? owner}
          maxLength={100}
          hint="Persis seperti di buku rekening."
          required
        />
        <Button kind={go ? "go" : "filled"} wide busyText="Menyimpan…">
          Simpan rekening
        </Button>
      </Form>
    </>
  );
}

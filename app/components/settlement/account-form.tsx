// Where one is paid to: bank, number and holder. The number itself is never shown again.
import { Form } from "@remix-run/react";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { BankFields } from "./bank-fields.tsx";

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
        <BankFields
          banks={banks}
          bankCode={bank_code}
          last4={last4}
          holder={holder ?? owner}
          numberHint={
            last4
              ? "Kosongkan bila nomornya tetap."
              : "5 sampai 20 angka, tanpa spasi. Nomornya disimpan tersandi."
          }
          problem={problem}
        />
        <Button kind={go ? "go" : "filled"} wide busyText="Menyimpan…">
          Simpan rekening
        </Button>
      </Form>
    </>
  );
}

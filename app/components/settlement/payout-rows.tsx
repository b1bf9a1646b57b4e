// The transfers of a batch, each with what the bank said of it.
import { Form } from "@remix-run/react";
import { PAYOUT_LABEL, PAYOUT_TONE, type PayoutStatus } from "#app/domain/settlement/settlement-status.ts";
import { dateText } from "#app/lib/clock.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/chip.tsx";
import { Field } from "../ui/field.tsx";
import { Money } from "../ui/money.tsx";

type Payout = {
  readonly id: number;
  readonly settlement: string;
  readonly amount: number;
  readonly status: string;
  readonly payee: string;
  readonly bank: string;
  readonly bank_account_last4: string;
  readonly bank_account_holder: string;
  readonly bounced_reason: string | null;
  readonly paid_at: string | null;
  readonly bounced_at: string | null;
};

function Outcome({ payout, problem }: { readonly payout: Payout; readonly problem?: Problem["problem"] }) {
  if (payout.status === "bounced") return null;
  const { settlement, payee } = payout;
  const mine = problem?.values.penyelesaian === settlement ? problem : undefined;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {payout.status === "sent" ? (
        <Form method="post">
          <input type="hidden" name="penyelesaian" value={settlement} />
          <Button kind="outlined" small name="langkah" value="terbayar" busyText="Mencatat…">
            Terbayar<span className="sr-only"> untuk {payee}</span>
          </Button>
        </Form>
      ) : null}
      <details open={mine !== undefined}>
        <summary className="tap cursor-pointer font-semibold text-clay-ink">
          Dikembalikan bank<span className="sr-only"> untuk {payee}</span>
        </summary>
        <Form method="post" className="mt-1 space-y-3">
          <input type="hidden" name="penyelesaian" value={settlement} />
          <Field
            label="Alasan dari bank"
            name="alasan"
            maxLength={200}
            problem={mine}
            placeholder="rekening tidak ditemukan"
            required
          />
          <Button kind="danger" small name="langkah" value="kembali" busyText="Mencatat…">
            Catat dikembalikan
          </Button>
        </Form>
      </details>
    </div>
  );
}

type Props = { readonly payouts: readonly Payout[]; readonly problem?: Problem["problem"] };

export function PayoutRows({ payouts, problem }: Props) {
  return (
    <ul className="card divide-y divide-line" aria-label="Transfer">
      {payouts.map((payout) => {
        const status = payout.status as PayoutStatus;
        const at = status === "paid" ? payout.paid_at : payout.bounced_at;
        return (
          <li
            key={payout.id}
            id={payout.settlement}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-bold">
                {payout.payee} <Tag tone={PAYOUT_TONE[status]}>{PAYOUT_LABEL[status]}</Tag>
              </p>
              <p className="muted text-[0.9375rem]">
                {payout.bank} •••• {payout.bank_account_last4}, a.n. {payout.bank_account_holder} ·{" "}
                {payout.settlement}
                {status !== "sent" && at ? ` · ${dateText(new Date(at))}` : ""}
                {payout.bounced_reason ? ` · ${payout.bounced_reason}` : ""}
              </p>
            </div>
            <Money amount={payout.amount} className="text-lg font-extrabold" />
            <div className="w-full">
              <Outcome payout={payout} problem={problem} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

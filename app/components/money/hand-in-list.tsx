// Hand-ins of a warung, the newest first: what was said, what was counted, and what became of it.
import { Form } from "@remix-run/react";
import { HAND_IN_LABEL, HAND_IN_WAY } from "#app/domain/payments/hand-in/hand-in-status.ts";
import { momentText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/chip.tsx";

export type ShownHandIn = {
  readonly code: string;
  readonly way: "cashier" | "transfer";
  readonly status: "sent" | "confirmed" | "rejected" | "withdrawn";
  readonly amount: number;
  readonly counted: number | null;
  readonly note: string | null;
  readonly has_proof: boolean;
  readonly reason: string | null;
  readonly at: string;
};

const TONE = { sent: "gold", confirmed: "good", rejected: "late", withdrawn: "indigo" } as const;

/** `Rp5.000 kurang`; empty when it was counted as it was said */
export function differenceText({ amount, counted }: Pick<ShownHandIn, "amount" | "counted">): string {
  if (counted === null || counted === amount) return "";
  return counted < amount
    ? `dihitung ${rupiah(counted)}, ${rupiah(amount - counted)} kurang`
    : `dihitung ${rupiah(counted)}, ${rupiah(counted - amount)} lebih`;
}

export function HandInList({
  handIns,
  now,
}: {
  readonly handIns: readonly ShownHandIn[];
  readonly now: string;
}) {
  return (
    <ul className="card divide-y divide-line">
      {handIns.map((handIn) => {
        const difference = differenceText(handIn);
        return (
          <li key={handIn.code} className="px-4 py-3">
            <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
              <div>
                <p className="font-bold">{rupiah(handIn.amount)}</p>
                <p className="muted text-[0.9375rem]">
                  {handIn.code} · {HAND_IN_WAY[handIn.way]} · {momentText(new Date(handIn.at), new Date(now))}
                </p>
              </div>
              <Tag tone={TONE[handIn.status]}>{HAND_IN_LABEL[handIn.status]}</Tag>
            </div>
            {difference ? <p className="mt-1 font-semibold text-clay-ink">{difference}</p> : null}
            {handIn.reason ? <p className="mt-1">Alasan: {handIn.reason}</p> : null}
            <div className="flex flex-wrap items-center gap-4">
              {handIn.has_proof ? (
                <a href={`/operator/uang/${handIn.code}/bukti`} className="tap link">
                  Lihat bukti
                </a>
              ) : null}
              {handIn.status === "sent" ? (
                <Form method="post" action={`/operator/uang/${handIn.code}/tarik`}>
                  <Button kind="danger" small busyText="Menarik…">
                    Tarik kembali<span className="sr-only"> setoran {handIn.code}</span>
                  </Button>
                </Form>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

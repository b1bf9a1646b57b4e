// How a payee's account stands: what is on its way to the bank account, what is due, what is not due yet.
import { Link } from "@remix-run/react";
import { relativeDayText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Card } from "../ui/card.tsx";
import { Money } from "../ui/money.tsx";

type Sums = {
  readonly balance: number;
  readonly not_due: number;
  readonly due: number;
  readonly drawn: number;
  readonly carried: number;
};

function Part({
  name,
  note,
  amount,
}: {
  readonly name: string;
  readonly note: string;
  readonly amount: number;
}) {
  return (
    <div className="flex items-start justify-between gap-4 py-2.5">
      <dt className="min-w-0">
        <span className="font-semibold">{name}</span>
        <span className="muted block text-sm">{note}</span>
      </dt>
      <dd>
        <Money amount={amount} className="font-bold" />
      </dd>
    </div>
  );
}

export function MoneyOwed({ money, who }: { readonly money: Sums; readonly who: string }) {
  const { balance, not_due, due, drawn, carried } = money;
  return (
    <Card>
      <p className="muted">Hak {who} sekarang</p>
      <p className="mt-0.5">
        <Money amount={balance} large />
      </p>
      <dl className="mt-3 divide-y divide-line border-t border-line">
        {drawn === 0 ? null : (
          <Part name="Menunggu transfer" note="sudah disusun, tinggal dikirim bank" amount={drawn} />
        )}
        {due + carried === 0 ? null : (
          <Part
            name="Sudah jatuh tempo"
            note={
              carried === 0
                ? "disusun Senin depan"
                : `disusun Senin depan, termasuk ${rupiah(carried)} dari minggu lalu`
            }
            amount={due + carried}
          />
        )}
        <Part name="Belum jatuh tempo" note="masa keluhan pembeli belum lewat" amount={not_due} />
      </dl>
    </Card>
  );
}

type NotDueProps = {
  readonly rows: readonly {
    readonly code: string;
    readonly amount: number;
    readonly delivered_at: string;
    readonly until: string | null;
    readonly has_complaint: boolean;
  }[];
  readonly now: string;
  readonly hrefFor?: (code: string) => string;
};

/** Orders whose time to complain runs. */
export function NotDue({ rows, now, hrefFor }: NotDueProps) {
  if (rows.length === 0) return null;
  const today = new Date(now);
  return (
    <section aria-label="Belum jatuh tempo">
      <h2 className="mb-2">Belum jatuh tempo</h2>
      <Card>
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.code} className="flex items-start justify-between gap-4 py-2.5 first:pt-0 last:pb-0">
              <div className="min-w-0">
                {hrefFor ? (
                  <Link to={hrefFor(row.code)} className="font-bold hover:underline">
                    {row.code}
                  </Link>
                ) : (
                  <span className="font-bold">{row.code}</span>
                )}
                <span className="muted block text-sm">
                  {row.has_complaint
                    ? "ada keluhan yang belum selesai"
                    : row.until
                      ? `jatuh tempo ${relativeDayText(new Date(row.until), today)}`
                      : "diserahkan"}
                </span>
              </div>
              <Money amount={row.amount} className="font-semibold" />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

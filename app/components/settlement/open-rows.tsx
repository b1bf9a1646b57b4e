// Settlements that wait for a transfer: what stands in the way of some, and the list of the others.
import { Form, Link } from "@remix-run/react";
import { TROUBLES, type Trouble } from "#app/domain/settlement/settlement-status.ts";
import { weekText } from "#app/domain/settlement/settlement-week.ts";
import { count as countText, rupiah } from "#app/lib/rupiah.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/chip.tsx";
import { Money } from "../ui/money.tsx";

type Row = {
  readonly code: string;
  readonly until: string;
  readonly amount: number;
  readonly payee: string;
  readonly payee_slug: string;
  readonly owner: string;
  readonly is_warung: boolean;
  readonly bank: string | null;
  readonly bank_account_last4: string | null;
  readonly bank_account_holder: string | null;
  readonly bounced_reason: string | null;
  readonly trouble: string | null;
};

const accountText = (row: Row) =>
  row.bank_account_last4
    ? `${row.bank ?? "Bank"} •••• ${row.bank_account_last4}, a.n. ${row.bank_account_holder}`
    : "Belum ada rekening";
const addressOf = (row: Row) => `/dinas/${row.is_warung ? "warung" : "umkm"}/${row.payee_slug}`;

function Name({ row }: { readonly row: Row }) {
  return (
    <Link to={addressOf(row)} className="font-bold hover:underline">
      {row.payee}
    </Link>
  );
}

type Listed = { readonly rows: readonly Row[]; readonly count: number };

export function TroubleRows({ rows, count, amount }: Listed & { readonly amount: number }) {
  if (count === 0) return null;
  return (
    <section aria-label="Belum dapat ditransfer">
      <h2 className="mb-2">
        Belum dapat ditransfer: {countText(count)} penerima, {rupiah(amount)}
      </h2>
      <ul className="card divide-y divide-line">
        {rows.map((row) => {
          const trouble = row.trouble as Trouble;
          return (
            <li key={row.code} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-4">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2">
                  <Name row={row} />
                  <Tag tone={trouble === "unconfirmed" ? "gold" : "late"}>{TROUBLES[trouble]}</Tag>
                </p>
                <p className="muted text-[0.9375rem]">
                  {accountText(row)} · pemilik {row.owner}
                  {row.bounced_reason ? ` · alasan bank: ${row.bounced_reason}` : ""}
                </p>
              </div>
              <div className="flex items-center gap-4">
                <Money amount={row.amount} className="font-bold" />
                {trouble === "unconfirmed" || trouble === "bounced" ? (
                  <Form method="post">
                    <input type="hidden" name="penyelesaian" value={row.code} />
                    <Button kind="outlined" small name="langkah" value="periksa" busyText="Mencatat…">
                      Rekening cocok<span className="sr-only"> untuk {row.payee}</span>
                    </Button>
                  </Form>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      {count > rows.length ? <p className="muted mt-2">Yang terbesar ditampilkan: {rows.length}.</p> : null}
    </section>
  );
}

export function OpenRows({ rows, count }: Listed) {
  if (count === 0) return null;
  return (
    <section aria-label="Siap ditransfer">
      <h2 className="mb-2">Siap ditransfer</h2>
      <div className="card card-pad overflow-x-auto">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Penerima</th>
              <th scope="col">Rekening</th>
              <th scope="col">Minggu</th>
              <th scope="col" className="number">
                Jumlah
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <td>
                  <Name row={row} />
                  <span className="muted block text-sm">{row.is_warung ? "Warung" : "Penjual"}</span>
                </td>
                <td>{accountText(row)}</td>
                <td className="whitespace-nowrap">{weekText(row.until)}</td>
                <td className="number font-semibold">{rupiah(row.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > rows.length ? (
        <p className="muted mt-2">
          {countText(rows.length)} yang terbesar dari {countText(count)}; semuanya ikut dalam berkas.
        </p>
      ) : null}
    </section>
  );
}

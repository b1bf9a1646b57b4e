// What lies where: cash at the offices' cashiers, and what each warung holds for others, with its age.
import { Form, Link } from "@remix-run/react";
import { dateText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/chip.tsx";
import { Field } from "../ui/field.tsx";
import { Money } from "../ui/money.tsx";
import type { ShownHeld } from "./held-summary.tsx";

type Row = ShownHeld & {
  readonly warung_id: number;
  readonly slug: string;
  readonly warung: string;
  readonly regency: string;
};

export function HeldTable({
  held,
  isProvince,
}: {
  readonly held: readonly Row[];
  readonly isProvince: boolean;
}) {
  return (
    <div className="card overflow-x-auto">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Warung</th>
            <th scope="col" className="number">
              Harus disetor
            </th>
            <th scope="col" className="number">
              Sedang disetor
            </th>
            <th scope="col">Sejak</th>
            <th scope="col" className="number">
              Tunai
            </th>
            <th scope="col" className="number">
              QRIS
            </th>
            <th scope="col" className="number">
              Hak warung
            </th>
            <th scope="col" className="number">
              Milik pembeli
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map((row) => (
            <tr key={row.warung_id}>
              <td>
                <Link to={`/dinas/warung/${row.slug}`} className="link font-bold">
                  {row.warung}
                </Link>
                {isProvince ? <span className="muted block text-sm">{row.regency}</span> : null}
                {row.late ? (
                  <span className="block">
                    <Tag tone="late">{row.late === "age" ? "Lewat waktu" : "Lewat jumlah"}</Tag>
                  </span>
                ) : null}
              </td>
              <td className="number font-bold">{rupiah(Math.max(0, row.due))}</td>
              <td className="number">{row.on_the_way > 0 ? rupiah(row.on_the_way) : ""}</td>
              <td className="whitespace-nowrap">{row.since ? dateText(new Date(row.since)) : ""}</td>
              <td className="number">{rupiah(row.cash)}</td>
              <td className="number">{row.qris === 0 ? "" : rupiah(row.qris)}</td>
              <td className="number">{rupiah(row.earned)}</td>
              <td className="number">{row.for_buyers === 0 ? "" : rupiah(row.for_buyers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CashProps = {
  readonly cashiers: readonly {
    readonly regency_code: string;
    readonly regency: string;
    readonly amount: number;
    readonly mayBank: boolean;
    readonly formKey: string;
  }[];
  readonly problem: Problem["problem"] | undefined;
};

export function OfficeCash({ cashiers, problem }: CashProps) {
  const sent = problem?.values.kabupaten;
  return (
    <section className="no-print space-y-4 empty:hidden" aria-label="Kas di kasir dinas">
      {cashiers.map(({ regency_code, regency, amount, mayBank, formKey }) => {
        const refused = sent === regency_code ? problem : undefined;
        return (
          <div key={regency_code} id={`kasir-${regency_code}`} className="card card-pad">
            <div className="flex flex-wrap items-baseline justify-between gap-3">
              <h2>Kasir dinas {regency}</h2>
              <Money amount={amount} className="text-xl font-extrabold" />
            </div>
            {mayBank ? (
              <details className="mt-1" open={refused !== undefined}>
                <summary className="tap cursor-pointer font-semibold text-maroon">
                  Setor ke rekening program
                </summary>
                <Form method="post" action="/dinas/uang/bank" className="mt-2 flex flex-wrap items-end gap-3">
                  <input type="hidden" name="kunci" value={refused?.values.kunci ?? formKey} />
                  <input type="hidden" name="kabupaten" value={regency_code} />
                  <div className="min-w-40">
                    <Field
                      label="Jumlah, rupiah"
                      name="jumlah"
                      inputMode="numeric"
                      autoComplete="off"
                      maxLength={14}
                      required
                      problem={refused}
                    />
                  </div>
                  <div className="min-w-40 grow">
                    <Field label="Catatan" name="catatan" optional maxLength={300} problem={refused} />
                  </div>
                  <Button kind="outlined" busyText="Mencatat…">
                    Catat setoran ke bank
                  </Button>
                </Form>
              </details>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}

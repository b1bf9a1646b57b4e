// A day's cash: each delivered order with what it brought, and whose money that is.
import { Link } from "@remix-run/react";
import type { CashSums } from "#app/domain/reports/day-cash.ts";
import { timeText } from "#app/lib/clock.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { Money } from "../ui/money.tsx";

type Move = {
  readonly at: string;
  readonly code: string | null;
  readonly what: string;
  readonly buyer: string | null;
  readonly deliveredBy: string | null;
  readonly cash: number;
};

export function CashTable({ moves, sum }: { readonly moves: readonly Move[]; readonly sum: number }) {
  return (
    <section className="card card-pad" aria-label="Uang yang diterima">
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="px-0!">
              Waktu
            </th>
            <th scope="col">Pesanan</th>
            <th scope="col" className="number px-0!">
              Tunai
            </th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={`${move.at} ${move.code} ${move.what}`}>
              <td className="px-0!">{timeText(new Date(move.at))}</td>
              <td>
                {move.code ? (
                  <Link to={`/operator/pesanan/${move.code}`} className="font-bold hover:underline">
                    {move.code}
                  </Link>
                ) : (
                  <b>{move.what}</b>
                )}
                {move.buyer ? <span className="block">{move.buyer}</span> : null}
                <span className="muted block text-sm">
                  {move.deliveredBy ? `diserahkan ${move.deliveredBy}` : move.what.toLowerCase()}
                </span>
              </td>
              <td className="number px-0! font-semibold">{rupiah(move.cash)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <td className="px-0!" colSpan={2}>
              Jumlah
            </td>
            <td className="number px-0!">{rupiah(sum)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

type OwnersProps = {
  readonly sums: CashSums;
  readonly sellers: readonly { readonly seller: string; readonly amount: number }[];
};

type Part = readonly [name: string, amount: number];

function Parts({
  title,
  sum,
  parts,
}: {
  readonly title: string;
  readonly sum: number;
  readonly parts: readonly Part[];
}) {
  return (
    <div>
      <div className="flex justify-between gap-3">
        <h3>{title}</h3>
        <Money amount={sum} className="font-bold" />
      </div>
      <ul className="mt-1">
        {parts.map(([name, amount]) => (
          <li key={name} className="muted flex justify-between gap-3 py-0.5">
            <span className="min-w-0">{name}</span>
            <Money amount={amount} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whose the money is, as it is booked. */
export function CashOwners({ sums, sellers }: OwnersProps) {
  const { goods, firstLeg, staples, deliveryFee, other } = sums;
  return (
    <section className="report-group card card-pad space-y-5" aria-label="Milik siapa">
      <h2>Milik siapa</h2>
      <Parts
        title="Penjual"
        sum={goods + firstLeg}
        parts={[
          ["Barang", goods],
          ["Kirim ke warung", firstLeg],
        ]}
      />
      {sellers.length > 0 ? (
        <Parts
          title="Untuk tiap penjual"
          sum={goods + firstLeg}
          parts={sellers.map(({ seller, amount }) => [seller, amount] as const)}
        />
      ) : null}
      <Parts
        title="Warung Anda"
        sum={staples + deliveryFee}
        parts={[
          ["Sembako", staples],
          ["Ongkir", deliveryFee],
        ]}
      />
      {other === 0 ? null : (
        <Parts title="Dibayar sebelumnya, dikembalikan, atau disetor" sum={other} parts={[]} />
      )}
    </section>
  );
}

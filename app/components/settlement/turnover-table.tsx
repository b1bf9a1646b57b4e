// A year's turnover by month, and where the buyers live.
import { monthName } from "#app/lib/month-name.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";

type Props = {
  readonly turnover: {
    readonly months: readonly {
      readonly month: number;
      readonly orders: number;
      readonly sold: number;
      readonly refunded: number;
    }[];
    readonly regencies: readonly {
      readonly name: string;
      readonly orders: number;
      readonly amount: number;
    }[];
    readonly orders: number;
    readonly sold: number;
    readonly refunded: number;
    readonly net: number;
  };
};

export function TurnoverTable({ turnover }: Props) {
  const { months, orders, net, refunded, regencies } = turnover;
  return (
    <>
      <section className="card card-pad" aria-label="Per bulan">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="px-0!">
                Bulan
              </th>
              <th scope="col" className="number">
                Pesanan
              </th>
              <th scope="col" className="number px-0!">
                Omzet
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((row) => (
              <tr key={row.month}>
                <th scope="row" className="px-0!">
                  {monthName(row.month)}
                  {row.refunded > 0 ? (
                    <span className="muted block text-sm">
                      sudah dikurangi {rupiah(row.refunded)} yang kembali
                    </span>
                  ) : null}
                </th>
                <td className="number">{count(row.orders)}</td>
                <td className="number px-0! font-semibold">{rupiah(row.sold - row.refunded)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-bold">
              <td className="px-0!">Jumlah</td>
              <td className="number">{count(orders)}</td>
              <td className="number px-0!">{rupiah(net)}</td>
            </tr>
          </tfoot>
        </table>
        {refunded > 0 ? (
          <p className="muted mt-2 text-sm">Yang kembali ke pembeli setahun ini: {rupiah(refunded)}.</p>
        ) : null}
      </section>
      <section className="card card-pad" aria-label="Asal pembeli">
        <h2>Asal pembeli</h2>
        <ul className="mt-1 divide-y divide-line">
          {regencies.map((row) => (
            <li key={row.name} className="flex justify-between gap-4 py-2">
              <span className="min-w-0">
                {row.name} <span className="muted">· {count(row.orders)} pesanan</span>
              </span>
              <span className="money font-semibold">{rupiah(row.amount)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

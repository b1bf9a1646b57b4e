// Goods that have to be somewhere by a moment: what, how many, for which orders; a column to tick with a pen.
import { SELLER_LINE_LABEL, type SellerLineStatus } from "#app/domain/orders/order-status.ts";
import { momentText } from "#app/lib/clock.ts";
import { OrderCodes } from "./order-codes.tsx";
import { Tick } from "./tick.tsx";

export type ShownGoods = {
  readonly name: string;
  readonly unit: string;
  readonly pieces: number;
  readonly codes: readonly { readonly code: string; readonly pieces: number }[];
  readonly by: string;
  readonly late: boolean;
  readonly status: string;
};

export function DueGoodsTable({
  goods,
  now,
}: {
  readonly goods: readonly ShownGoods[];
  readonly now: string;
}) {
  return (
    <table className="table mt-2">
      <thead className="sr-only">
        <tr>
          <th scope="col">Centang</th>
          <th scope="col">Jumlah</th>
          <th scope="col">Barang dan pesanannya</th>
          <th scope="col">Paling lambat</th>
        </tr>
      </thead>
      <tbody>
        {goods.map((one) => (
          <tr key={`${one.by} ${one.status} ${one.name} ${one.unit}`}>
            <td className="w-8 px-0!">
              <Tick done={false} />
            </td>
            <td className="number w-12 font-bold">{one.pieces} ×</td>
            <td>
              {one.name} <span className="muted">{one.unit}</span>
              <span className="muted block text-sm">
                untuk <OrderCodes codes={one.codes} />
              </span>
              <span className="muted block text-sm">
                {SELLER_LINE_LABEL[one.status as SellerLineStatus].toLowerCase()}
              </span>
            </td>
            <td className={`px-0! text-right ${one.late ? "font-bold text-clay-ink" : "font-semibold"}`}>
              <span className={one.late ? "block" : "muted block text-sm font-normal"}>
                {one.late ? "terlambat" : "sebelum"}
              </span>
              {momentText(new Date(one.by), new Date(now))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// The trip on paper (A4): one row a stop, with room to tick off what came in. Seen only when it is printed.
import { neighbourhoodText } from "#app/domain/regions/neighbourhood-text.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import type { ShownStop } from "./trip-stop.tsx";

type Props = {
  readonly title: string;
  readonly note: string;
  readonly stops: readonly ShownStop[];
  /** rupiah to come home with when all goes well */
  readonly cash: number;
};

export function TripSheet({ title, note, stops, cash }: Props) {
  return (
    <div className="hidden text-[10pt] leading-snug print:block">
      <h2 className="text-[14pt]">{title}</h2>
      <p className="mb-3">{note}</p>
      <table className="table">
        <thead>
          <tr>
            <th>No.</th>
            <th>Penerima dan alamat</th>
            <th>Barang</th>
            <th className="number">Tagih</th>
            <th>Catatan</th>
          </tr>
        </thead>
        <tbody>
          {stops.map((stop, at) => (
            <tr key={stop.code} className="break-inside-avoid">
              <td>{at + 1}</td>
              <td>
                <b>{stop.buyer_name}</b> {mobileText(stop.buyer_mobile)}
                <br />
                {[stop.street, neighbourhoodText(stop.rt, stop.rw), stop.village].filter(Boolean).join(", ")}
                {stop.landmark ? (
                  <>
                    <br />
                    Patokan: {stop.landmark}
                  </>
                ) : null}
                <br />
                {stop.code}
                {stop.receiver_without_phone ? ", tanpa HP: nama dan foto" : ""}
              </td>
              <td>{stop.goods}</td>
              <td className="number">{stop.is_test ? "uji" : rupiah(stop.collect)}</td>
              <td className="w-28" />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3} className="font-bold">
              Uang yang dibawa pulang
            </td>
            <td className="number font-bold">{rupiah(cash)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

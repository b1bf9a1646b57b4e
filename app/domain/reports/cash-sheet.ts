import type { DayCash } from "./find-day-cash.server.ts";
import type { ReportDay } from "./report-day.ts";
import { momentCell, type ReportSheet } from "./report-sheet.ts";

const HEADER = [
  "waktu",
  "catatan",
  "kode",
  "pembeli",
  "yang_menyerahkan",
  "tunai",
  "barang_penjual",
  "kirim_ke_warung",
  "sembako_warung",
  "ongkir_warung",
  "lainnya",
];

/** A day's cash as a spreadsheet, amounts in whole rupiah, the sum in its last row. */
export function cashSheet({ moves, sums }: Pick<DayCash, "moves" | "sums">, day: ReportDay): ReportSheet {
  const amounts = (of: DayCash["sums"]) => [
    of.cash,
    of.goods,
    of.firstLeg,
    of.staples,
    of.deliveryFee,
    of.other,
  ];
  const rows = moves.map((move) => [
    momentCell(move.at),
    move.what,
    move.code ?? "",
    move.buyer ?? "",
    move.deliveredBy ?? "",
    ...amounts(move),
  ]);
  return {
    name: `kas-${day.date}`,
    header: HEADER,
    rows: [...rows, ["", "Jumlah", "", "", "", ...amounts(sums)]],
  };
}

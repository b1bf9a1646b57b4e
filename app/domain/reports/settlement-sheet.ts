import type { Statement } from "../settlement/find-statement.server.ts";
import { lineWords } from "../settlement/line-words.ts";
import { momentCell, type ReportSheet } from "./report-sheet.ts";

const HEADER = [
  "catatan",
  "pesanan",
  "dipesan",
  "dicatat",
  "selesai",
  "barang",
  "kirim_ke_warung",
  "potongan",
  "jumlah",
];

/** A settlement as a spreadsheet: a line per entry, amounts in whole rupiah, then how it comes to what is transferred. */
export function settlementSheet({ settlement, carriedIn, lines }: Statement): ReportSheet {
  const tail = (name: string, amount: number) => [name, "", "", "", "", "", "", "", amount];
  return {
    name: `penyelesaian-${settlement.code}`,
    header: HEADER,
    rows: [
      ...lines.map((line) => [
        lineWords(line.kind),
        line.order ?? "",
        momentCell(line.placedAt),
        momentCell(line.at),
        momentCell(line.completedAt),
        line.goods,
        line.firstLeg,
        line.deducted,
        line.amount,
      ]),
      ...carriedIn.map((one) => tail(`Sisa ${one.code}`, one.amount)),
      ...(settlement.offset_cash > 0 ? [tail("Diambil dari tunai", -settlement.offset_cash)] : []),
      ...(settlement.offset_qris > 0 ? [tail("Diambil dari QRIS", -settlement.offset_qris)] : []),
      tail("Ditransfer", settlement.amount),
    ],
  };
}

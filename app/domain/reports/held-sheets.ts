import type { HeldMoney } from "../payments/hand-in/find-held-money.server.ts";
import type { HeldDays } from "./find-held-days.server.ts";
import { momentCell, type ReportSheet } from "./report-sheet.ts";

const DAYS = [
  "hari",
  "tunai_masuk",
  "qris_masuk",
  "hak_warung",
  "dikembalikan",
  "disetor",
  "lainnya",
  "dipegang_akhir_hari",
];

/** A warung's month of money as a spreadsheet, amounts in whole rupiah, the sums in its last row. */
export function heldDaysSheet({ days, sums }: Pick<HeldDays, "days" | "sums">, month: string): ReportSheet {
  const amounts = (of: HeldDays["sums"]) => [
    of.cash_in,
    of.qris_in,
    of.earned,
    of.paid_back,
    of.handed_in,
    of.other,
  ];
  return {
    name: `setoran-${month}`,
    header: DAYS,
    rows: [
      ...days.map((day) => [day.day, ...amounts(day), day.held]),
      ["Jumlah", ...amounts(sums), days.at(-1)?.held ?? 0],
    ],
  };
}

const HELD = [
  "warung",
  "kabupaten_kota",
  "harus_disetor",
  "sedang_disetor",
  "sejak",
  "lewat_batas",
  "tunai",
  "qris",
  "hak_warung",
  "milik_pembeli",
];

const LATE = { age: "waktu", amount: "jumlah" } as const;

/** What warung hold for others as a spreadsheet, amounts in whole rupiah, in the order of the officers' page. */
export function heldSheet(held: readonly HeldMoney[], date: string): ReportSheet {
  return {
    name: `uang-di-warung-${date}`,
    header: HELD,
    rows: held.map((row) => [
      row.warung,
      row.regency,
      Math.max(0, row.due),
      row.on_the_way,
      momentCell(row.since),
      row.late ? LATE[row.late] : "",
      row.cash,
      row.qris,
      row.earned,
      row.for_buyers,
    ]),
  };
}

import { WARUNG_LABEL, type WarungStatus } from "../warung/warung-status.ts";
import type { FairShare, ShopShare } from "./fair-share.ts";
import type { ReportSheet } from "./report-sheet.ts";

const HEADER = [
  "warung",
  "tempat",
  "keadaan",
  "alasan",
  "pesanan",
  "bagian_persen",
  "bagian_sama_rata_persen",
  "tawaran",
  "diterima",
  "ditolak",
  "tidak_dijawab",
  "tingkat_terima_persen",
  "menit_menjawab_median",
  "ditugaskan_petugas",
  "terlambat",
  "dibatalkan",
  "ke_petugas",
  "hari_jeda",
];

/** Per cent with one decimal, written with a comma as spreadsheets here read it. */
const percent = (share: number | null) =>
  share === null ? "" : (Math.round(share * 1000) / 10).toFixed(1).replace(".", ",");
const decimal = (value: number | null) => (value === null ? "" : String(value).replace(".", ","));

/** A regency's month as a spreadsheet, in the order of the page. */
export function shareSheet(
  shops: readonly ShopShare[],
  { equalShare }: Pick<FairShare, "equalShare">,
  { month, regency }: { month: string; regency: string },
): ReportSheet {
  return {
    name: `bagian-warung-${regency}-${month}`,
    header: HEADER,
    rows: shops.map((shop) => [
      shop.name,
      shop.place,
      WARUNG_LABEL[shop.status as WarungStatus],
      shop.standstill ?? "",
      shop.orders,
      percent(shop.share),
      percent(shop.wasReady || shop.orders > 0 ? equalShare : null),
      shop.offers,
      shop.accepted,
      shop.declined,
      shop.expired,
      percent(shop.acceptance),
      decimal(shop.medianMinutes),
      shop.assigned,
      shop.late,
      shop.cancelled,
      shop.toOfficer,
      decimal(shop.pausedDays),
    ]),
  };
}

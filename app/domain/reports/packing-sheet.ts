import { mobileText } from "../../lib/mobile.ts";
import { LABEL, type OrderStatus } from "../orders/order-status.ts";
import { codesText } from "./goods-list.ts";
import { type PackingKind, type PackingLine, packByProduct, packBySeller } from "./packing-list.ts";
import type { ReportDay } from "./report-day.ts";
import { momentCell, type ReportSheet } from "./report-sheet.ts";

const OWN_SHELF = "Rak warung";

const ORDER_HEADER = [
  "kode",
  "pembeli",
  "desa",
  "cara",
  "janji_sampai",
  "keadaan",
  "barang",
  "kemasan",
  "jumlah",
  "sudah_di_warung",
  "dari",
];
const GOODS_HEADER = ["dari", "no_hp", "barang", "kemasan", "jumlah", "sudah_di_warung", "pesanan"];

/** A packing list as a spreadsheet, put together as on the page. */
export function packingSheet(
  lines: readonly PackingLine[],
  kind: PackingKind,
  day: Pick<ReportDay, "date">,
): ReportSheet {
  const name = `kemas-per-${kind}-${day.date}`;
  if (kind === "pesanan") {
    const rows = lines.map((line) => [
      line.code,
      line.buyer,
      line.place,
      line.isPickup ? "diambil" : "diantar",
      momentCell(line.promiseUntil),
      LABEL[line.status as OrderStatus],
      line.name,
      line.unit,
      line.quantity,
      line.gathered ? line.quantity : 0,
      line.seller ?? OWN_SHELF,
    ]);
    return { name, header: ORDER_HEADER, rows };
  }
  const groups =
    kind === "penjual"
      ? packBySeller(lines)
      : packByProduct(lines).map((goods) => ({ ...goods, goods: [goods] }));
  const rows = groups.flatMap(({ seller, sellerMobile, goods }) =>
    goods.map((one) => [
      seller ?? OWN_SHELF,
      sellerMobile ? mobileText(sellerMobile) : "",
      one.name,
      one.unit,
      one.pieces,
      one.there,
      codesText(one.codes),
    ]),
  );
  return { name, header: GOODS_HEADER, rows };
}

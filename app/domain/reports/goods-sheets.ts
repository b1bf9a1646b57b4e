import { mobileText } from "../../lib/mobile.ts";
import { SELLER_LINE_LABEL, type SellerLineStatus } from "../orders/order-status.ts";
import type { DueGoods } from "./coming-goods.ts";
import type { ComingSeller } from "./find-coming-goods.server.ts";
import type { HandOverWarung } from "./find-hand-over-list.server.ts";
import { codesText } from "./goods-list.ts";
import { momentCell, type ReportSheet } from "./report-sheet.ts";

const GOODS_HEADER = ["paling_lambat", "barang", "kemasan", "jumlah", "keadaan", "pesanan"];

function goodsCells(goods: DueGoods) {
  const status = SELLER_LINE_LABEL[goods.status as SellerLineStatus];
  return [momentCell(goods.by), goods.name, goods.unit, goods.pieces, status, codesText(goods.codes)];
}

/** What sellers bring to a warung, as a spreadsheet. */
export function comingSheet(sellers: readonly ComingSeller[], date: string): ReportSheet {
  return {
    name: `jemput-${date}`,
    header: ["penjual", "pemilik", "no_hp", "tempat", ...GOODS_HEADER],
    rows: sellers.flatMap(({ name, owner, mobile, place, goods }) =>
      goods.map((one) => [name, owner, mobileText(mobile), place, ...goodsCells(one)]),
    ),
  };
}

/** What a seller hands over, as a spreadsheet. */
export function handOverSheet(warung: readonly HandOverWarung[], date: string): ReportSheet {
  return {
    name: `serah-${date}`,
    header: ["warung", "pemilik", "no_hp", "alamat", ...GOODS_HEADER],
    rows: warung.flatMap(({ name, keeper, mobile, address, goods }) =>
      goods.map((one) => [name, keeper, mobileText(mobile), address, ...goodsCells(one)]),
    ),
  };
}

import type { Db } from "#db/client.server.ts";
import { lockSheetPrices, upsertStaplePrices } from "#db/queries/staple-prices.ts";
import { addMinutes, dateWib, isDate, now } from "../../lib/clock.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { rupiah } from "../../lib/rupiah.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { listRegencies } from "../regions/list-regencies.server.ts";

const LEAST = 100;
const MOST = 100_000_000;
const FARTHEST_DAYS = 366;

export type SetPrices = {
  readonly regencyCode: string;
  /** WIB date from which they hold; today or later */
  readonly from: string;
  /** rupiah by the staple's key: what stands on the sheet now, and what stood there when it was opened (null: none) */
  readonly prices: Readonly<Record<string, { readonly price: number; readonly seen: number | null }>>;
  /** why some are above the official ceiling */
  readonly reason: string | undefined;
};

function checkDay(from: string): void {
  const today = dateWib(now());
  const last = dateWib(addMinutes(now(), FARTHEST_DAYS * 24 * 60));
  if (!isDate(from)) throw new BadInput({ tanggal: "Pilih tanggal mulai berlaku." });
  if (from < today)
    throw new BadInput({
      tanggal: "Harga tidak dapat diubah untuk hari yang sudah lewat. Pilih hari ini atau sesudahnya.",
    });
  if (from > last)
    throw new BadInput({ tanggal: "Tanggal ini lebih dari setahun lagi. Pilih yang lebih dekat." });
}

/**
 * Sets prices of staples in a regency, in whole rupiah, from a day (WIB) on. Only those that differ are written; a price
 * above the official ceiling needs a reason. What a later day already has stays.
 * @returns how many prices changed
 * @throws NotAllowed for another regency, BadInput (fields `harga.KEY`, `tanggal`, `alasan`), also when another officer
 *   changed one of them meanwhile; nothing is written then
 */
export async function setStaplePrices(
  actor: Actor,
  db: Db,
  { regencyCode, from, prices, reason }: SetPrices,
): Promise<number> {
  const regency = (await listRegencies(db)).find((one) => one.code === regencyCode);
  if (!regency) throw new NotFound("halaman");
  requireOfficerOf(actor, regencyCode);
  checkDay(from);
  return db.transaction().execute(async (tx) => {
    const sheet = await lockSheetPrices(tx, regencyCode, from);
    const wrong: Record<string, string> = {};
    const changed = sheet.flatMap((row) => {
      const asked = prices[row.key];
      if (!asked || asked.price === asked.seen || asked.price === row.price) return [];
      const field = `harga.${row.key}`;
      if (!Number.isInteger(asked.price) || asked.price < LEAST || asked.price > MOST)
        wrong[field] = `${row.name}: harga antara ${rupiah(LEAST)} dan ${rupiah(MOST)}.`;
      else if (row.price !== asked.seen)
        wrong[field] =
          `${row.name} baru saja diubah petugas lain menjadi ${row.price === null ? "kosong" : rupiah(row.price)}. Periksa, lalu simpan lagi.`;
      return [{ row, price: asked.price }];
    });
    const above = changed.filter(({ row, price }) => row.ceiling_price !== null && price > row.ceiling_price);
    if (above.length > 0 && !reason && Object.keys(wrong).length === 0)
      wrong.alasan = `${above.map(({ row }) => row.name).join(", ")} di atas harga acuan. Tulis alasannya, lalu simpan lagi.`;
    if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
    if (changed.length === 0) return 0;
    const setBy = actor.kind === "person" ? actor.accountId : null;
    await upsertStaplePrices(
      tx,
      changed.map(({ row, price }) => ({ stapleId: row.id, price })),
      { regencyCode, from, setBy },
    );
    await recordAudit(tx, actor, {
      action: "staple.price",
      thing: "staple",
      key: regencyCode,
      name: `Harga sembako ${regency.name}`,
      regencyCode,
      detail: {
        from,
        prices: changed.map(({ row, price }) => ({ name: row.name, before: row.price, after: price })),
        ...(above.length > 0 ? { reason } : {}),
      },
    });
    await announce(tx, "catalogue");
    return changed.length;
  });
}

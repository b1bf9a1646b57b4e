import type { Db } from "#db/client.server.ts";
import { findBatch, findSealedPayouts, type SealedPayoutRow } from "#db/queries/payouts.ts";
import { NotFound } from "../../lib/errors.ts";
import { open } from "../../lib/secret-box.server.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import type { Cell } from "../sheets/cell.ts";
import { harmless } from "../sheets/harmless.ts";
import { SHEET_MIME, type SheetFile, writeSheet } from "../sheets/write-sheet.server.ts";

const BATCH = 1_000;

/**
 * The columns of the file, one transfer a line, as the banks' bulk transfer pages take it (comma, UTF-8):
 * `kode_bank` three digits of Bank Indonesia · `nomor_rekening` digits alone · `nama_penerima` as in the bank book ·
 * `jumlah` whole rupiah without dots · `berita` the settlement's number, which comes back with a bounced transfer.
 * The last line is `JUMLAH`, the number of transfers, the batch, and their sum, to hold against what the bank read.
 */
export const BANK_FILE_COLUMNS = [
  "kode_bank",
  "nomor_rekening",
  "nama_penerima",
  "jumlah",
  "berita",
] as const;

const cells = (row: SealedPayoutRow): Cell[] => [
  row.bank_code,
  open("bank-account", row.bank_account_sealed),
  harmless(row.bank_account_holder),
  row.amount,
  row.settlement,
];

async function* linesOf(db: Db, { id, code }: { id: number; code: string }): AsyncGenerator<Cell[]> {
  yield [...BANK_FILE_COLUMNS];
  let [count, sum] = [0, 0];
  for (let afterId = 0; ; ) {
    const rows = await findSealedPayouts(db, id, { afterId, limit: BATCH });
    for (const row of rows) {
      yield cells(row);
      count += 1;
      sum += row.amount;
    }
    if (rows.length < BATCH) break;
    afterId = rows.at(-1)!.id;
  }
  yield ["JUMLAH", String(count), code, sum, ""];
}

/**
 * A batch as the file for the bank, piece by piece; the only place where account numbers are opened. Who took it is on
 * record before the first piece.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, NotFound
 */
export async function exportBankFile(actor: Actor, db: Db, { code }: { code: string }): Promise<SheetFile> {
  asProvince(actor);
  const batch = await findBatch(db, code);
  if (!batch) throw new NotFound("penyelesaian");
  await db.transaction().execute((tx) =>
    recordAudit(tx, actor, {
      action: "settlement.file",
      thing: "settlement",
      key: code,
      name: `Berkas transfer ${code}`,
      regencyCode: null,
      detail: { rows: batch.count - batch.bounced },
    }),
  );
  return {
    name: `transfer-${code}.csv`,
    mime: SHEET_MIME.csv,
    bytes: writeSheet(linesOf(db, batch), { type: "csv", delimiter: "," }),
  };
}

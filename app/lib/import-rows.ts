import { z } from "zod";

/** A row of someone's spreadsheet: every cell as text, by the header of its column. */
export type SheetRow = Readonly<Record<string, string>>;
export type SheetRows = Iterable<SheetRow> | AsyncIterable<SheetRow>;

/** What is wrong with one cell; `row` as the spreadsheet counts it (the header is row 1). */
export type WrongCell = { readonly row: number; readonly column: string; readonly message: string };

/** What an import did. Rows that are wrong are left out; the others are in. */
export type ImportReport = { new: number; changed: number; same: number; wrong: WrongCell[] };

/** A row that was read, with its number in the spreadsheet. */
export type ReadRow<Value> = { readonly row: number; readonly value: Value };

const FIRST_ROW = 2;
const BATCH = 1_000;

export function emptyReport(): ImportReport {
  return { new: 0, changed: 0, same: 0, wrong: [] };
}

/** Text without what PostgreSQL cannot hold and nobody meant to type. */
function clean(row: SheetRow): SheetRow {
  const cells = Object.entries(row).map(([column, cell]) => [
    column,
    String(cell ?? "")
      .replaceAll("\0", "")
      .trim(),
  ]);
  return Object.fromEntries(cells);
}

/**
 * Reads rows in batches of about a thousand, so that a spreadsheet of any length takes the same memory. Wrong cells go
 * to `wrong`. With `groupOf`, rows that follow each other with the same key stay in one batch.
 */
export async function* readInBatches<Value>(
  rows: SheetRows,
  schema: z.ZodType<Value>,
  wrong: WrongCell[],
  groupOf?: (value: Value) => string,
): AsyncGenerator<ReadRow<Value>[]> {
  let batch: ReadRow<Value>[] = [];
  let number = FIRST_ROW;
  for await (const cells of rows) {
    const row = number++;
    const read = schema.safeParse(clean(cells));
    if (!read.success) {
      for (const issue of read.error.issues)
        wrong.push({ row, column: issue.path.join("."), message: issue.message });
      continue;
    }
    const last = batch.at(-1);
    const goesOn = groupOf && last && groupOf(last.value) === groupOf(read.data);
    if (batch.length >= BATCH && !goesOn) {
      yield batch;
      batch = [];
    }
    batch.push({ row, value: read.data });
  }
  if (batch.length > 0) yield batch;
}

const digitsOnly = (text: string) => text.replace(/\D/g, "");
const cell = z.string({ error: "Kolom ini tidak ada." });

/** A cell that must be filled, at most `most` characters. */
export function textCell(what: string, most = 200) {
  return cell.min(1, `${what} belum diisi.`).max(most, `${what} paling panjang ${most} huruf.`);
}

/** A cell that may be empty or missing: null then. */
export function optionalCell(
  pattern: RegExp,
  message: string,
  tidy: (text: string) => string = (text) => text,
) {
  return z
    .string()
    .optional()
    .transform((text) => tidy(text ?? "") || null)
    .refine((text) => text === null || pattern.test(text), message);
}

/** A whole number as people write it: `18000`, `18.000`, `Rp18.000`. */
export function numberCell(what: string, least: number, most: number) {
  return cell
    .transform((text) => text.replace(/^Rp\.?\s*/i, "").replace(/[.\s](?=\d{3}\b)/g, ""))
    .refine((text) => /^\d{1,12}$/.test(text), `${what} harus berupa angka bulat.`)
    .transform(Number)
    .refine(
      (value) => value >= least && value <= most,
      `${what} harus antara ${least.toLocaleString("id-ID")} dan ${most.toLocaleString("id-ID")}.`,
    );
}

/** Exactly so many digits; dots, dashes and spaces between them are ignored. */
export function digitsCell(what: string, length: number) {
  return cell
    .transform(digitsOnly)
    .refine((text) => text.length === length, `${what} harus ${length} angka.`);
}

export function optionalDigitsCell(what: string, length: number) {
  return optionalCell(new RegExp(`^\\d{${length}}$`), `${what} harus ${length} angka.`, digitsOnly);
}

/** RT or RW: `3` becomes `003`. */
export const neighbourhoodCell = optionalCell(/^\d{3}$/, "RT/RW paling banyak tiga angka.", (text) =>
  digitsOnly(text) ? digitsOnly(text).padStart(3, "0") : "",
);

/** P-IRT: 15 digits, the last two the year it ends. */
export const pirtCell = optionalDigitsCell("Nomor P-IRT", 15);
export const halalCell = optionalCell(/^ID\d{5,30}$/, "Nomor halal dimulai ID lalu angka.", (text) =>
  text.toUpperCase().replace(/[\s.-]/g, ""),
);

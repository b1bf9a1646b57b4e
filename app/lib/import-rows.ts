import { z } from "zod";

/** A row of someone's spreadsheet: every cell as text, by the name of its column. */
export type SheetRow = Readonly<Record<string, string>>;

/** What is wrong with one cell; `row` as the spreadsheet counts it (the header is row 1). */
export type WrongCell = { readonly row: number; readonly column: string; readonly message: string };

/** A row that knows its number in the spreadsheet, and which of its cells could not be read. */
export class SheetLine {
  constructor(
    readonly row: number,
    readonly cells: SheetRow,
    readonly wrong: readonly Omit<WrongCell, "row">[] = [],
  ) {}
}

/** Rows without a number of their own are counted from row 2. */
export type SheetRows = Iterable<SheetRow | SheetLine> | AsyncIterable<SheetRow | SheetLine>;

/** What an import did. Rows that are wrong are left out; the others are in. */
export type ImportReport = { new: number; changed: number; same: number; wrong: WrongCell[] };

/** A row that was read, with its number in the spreadsheet. */
export type ReadRow<Value> = { readonly row: number; readonly value: Value };

/** About a thousand rows of a sheet: those that were read, and what is wrong with the others. */
export type Batch<Value> = {
  readonly rows: ReadRow<Value>[];
  readonly wrong: WrongCell[];
  /** how many rows of the sheet it covers, right or wrong, and the number of the last one */
  size: number;
  lastRow: number;
};

const FIRST_ROW = 2;
const BATCH = 1_000;

export function emptyReport(): ImportReport {
  return { new: 0, changed: 0, same: 0, wrong: [] };
}

/** Text without what PostgreSQL cannot hold and nobody meant to type. */
function clean(row: SheetRow): SheetRow {
  const cells: Record<string, string> = {};
  for (const column in row) {
    const text = String(row[column] ?? "");
    cells[column] = (text.includes("\0") ? text.replaceAll("\0", "") : text).trim();
  }
  return cells;
}

/** One sentence per wrong cell: what could not be read is not judged again. */
function wrongCells({ row, wrong }: SheetLine, issues: readonly z.core.$ZodIssue[] = []): WrongCell[] {
  const columns = new Map(wrong.map((cell) => [cell.column, cell.message]));
  for (const issue of issues) {
    const column = issue.path.join(".");
    if (!columns.has(column)) columns.set(column, issue.message);
  }
  return [...columns].map(([column, message]) => ({ row, column, message }));
}

/**
 * Reads rows in batches of about a thousand, so that a spreadsheet of any length takes the same memory; the same sheet
 * always falls into the same batches. With `groupOf`, rows that follow each other with the same key stay in one batch.
 */
export async function* readInBatches<Value>(
  rows: SheetRows,
  schema: z.ZodType<Value>,
  groupOf?: (value: Value) => string,
): AsyncGenerator<Batch<Value>> {
  const start = (): Batch<Value> => ({ rows: [], wrong: [], size: 0, lastRow: 0 });
  let batch = start();
  let next = FIRST_ROW;
  for await (const given of rows) {
    const line = given instanceof SheetLine ? given : new SheetLine(next, given);
    next = line.row + 1;
    const read = schema.safeParse(clean(line.cells));
    const last = batch.rows.at(-1);
    const goesOn = groupOf && last && read.success && groupOf(last.value) === groupOf(read.data);
    if (batch.size >= BATCH && !goesOn) {
      yield batch;
      batch = start();
    }
    batch.size++;
    batch.lastRow = line.row;
    if (read.success && line.wrong.length === 0) batch.rows.push({ row: line.row, value: read.data });
    else batch.wrong.push(...wrongCells(line, read.error?.issues));
  }
  if (batch.size > 0) yield batch;
}

/** Which row of a sheet was the first with a key (a number, a name), over the whole sheet. */
export class FirstRows {
  readonly #rows = new Map<string, number>();

  /** The earliest row that had one of these keys. */
  find(keys: readonly string[]): number | undefined {
    for (const key of keys) {
      const row = this.#rows.get(key);
      if (row !== undefined) return row;
    }
    return undefined;
  }

  remember(keys: readonly string[], row: number): void {
    for (const key of keys) if (!this.#rows.has(key)) this.#rows.set(key, row);
  }
}

const digitsOnly = (text: string) => text.replace(/\D/g, "");
const YES = new Set(["ya", "y", "1", "x", "v", "✓", "true", "benar"]);
const NO = new Set(["tidak", "t", "tdk", "0", "-", "false", "salah"]);
const cell = z.string({ error: "Kolom ini tidak ada." });

/** A cell that must be filled, at most `most` characters. */
export function textCell(what: string, most = 200) {
  return cell.min(1, `${what} belum diisi.`).max(most, `${what} paling panjang ${most} huruf.`);
}

/** Name of a district or regency; may be empty where the village's name alone tells. */
export const regionCell = z.string().max(100, "Nama wilayah paling panjang 100 huruf.").default("");

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

/** `18.000`, `Rp18.000`, `18.000,00` → `18000` */
function bareNumber(text: string): string {
  return text
    .replace(/^Rp\.?\s*/i, "")
    .replace(/,(?:00|-)$/, "")
    .replace(/[.\s](?=\d{3}\b)/g, "");
}

/** A whole number as people write it: `18000`, `18.000`, `Rp18.000`. */
export function numberCell(what: string, least: number, most: number) {
  return cell
    .transform(bareNumber)
    .refine((text) => /^\d{1,12}$/.test(text), `${what} harus berupa angka bulat.`)
    .transform(Number)
    .refine(
      (value) => value >= least && value <= most,
      `${what} harus antara ${least.toLocaleString("id-ID")} dan ${most.toLocaleString("id-ID")}.`,
    );
}

/** As `numberCell`, but it may be empty or missing: null then. */
export function optionalNumberCell(what: string, most: number) {
  return optionalCell(/^\d{1,12}$/, `${what} harus berupa angka bulat.`, bareNumber)
    .transform((text) => (text === null ? null : Number(text)))
    .refine(
      (value) => value === null || value <= most,
      `${what} paling banyak ${most.toLocaleString("id-ID")}.`,
    );
}

/** Yes or no, as people tick it in a sheet; empty is null: nobody said. */
export const yesNoCell = optionalCell(/^(ya|tidak)$/, "Isi ya atau tidak.", (text) =>
  YES.has(text.toLowerCase()) ? "ya" : NO.has(text.toLowerCase()) ? "tidak" : text,
).transform((text) => (text === null ? null : text === "ya"));

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

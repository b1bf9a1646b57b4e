import { PassThrough } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { type Cell, cellText } from "./cell.ts";

/** Rows written at a time; in between the process may do other things. */
const AT_ONCE = 500;

type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
type Written = { readonly type: "csv" | "xlsx"; readonly delimiter?: string };

/** A spreadsheet to hand out; its bytes come piece by piece. */
export type SheetFile = {
  readonly name: string;
  readonly mime: string;
  readonly bytes: AsyncGenerator<Buffer>;
};

async function* inBatches(rows: Rows): AsyncGenerator<(readonly Cell[])[]> {
  let batch: (readonly Cell[])[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** UTF-8 with the mark that Excel needs to see it as such. */
async function* writeCsv(rows: Rows, delimiter: string): AsyncGenerator<Buffer> {
  yield Buffer.from("\ufeff");
  for await (const batch of inBatches(rows)) {
    const texts = batch.map((cells) =>
      cells.map((cell) => (typeof cell === "string" ? cell : cellText(cell))),
    );
    yield Buffer.from(stringify(texts, { delimiter, record_delimiter: "\r\n" }));
  }
}

/** Text stays text: its cells have the format Text, so that Excel leaves a NIK alone when somebody mends it. */
async function* writeXlsx(rows: Rows): AsyncGenerator<Buffer> {
  // 23 MB of program that only those who write a workbook need
  const { default: Excel } = await import("exceljs");
  const out = new PassThrough({ highWaterMark: 1024 * 1024 });
  const book = new Excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = book.addWorksheet("Data", { views: [{ state: "frozen", ySplit: 1 }] });
  const write = async () => {
    for await (const batch of inBatches(rows)) {
      for (const cells of batch) {
        const row = sheet.addRow([...cells]);
        row.eachCell((cell) => {
          if (typeof cell.value === "string") cell.numFmt = "@";
          else if (cell.value instanceof Date) cell.numFmt = "yyyy-mm-dd";
        });
        row.commit();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await book.commit();
  };
  write().catch((error: Error) => out.destroy(error));
  for await (const piece of out) yield piece as Buffer;
}

/** A spreadsheet of these rows, piece by piece. */
export function writeSheet(rows: Rows, { type, delimiter = ";" }: Written): AsyncGenerator<Buffer> {
  return type === "csv" ? writeCsv(rows, delimiter) : writeXlsx(rows);
}

export const SHEET_MIME = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

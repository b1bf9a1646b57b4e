import type { Cell, RawRow } from "../sheets/cell.ts";
import { BROKEN_WORKBOOK, refuseFile } from "./refuse-file.ts";
import { XmlTooLong, xmlAttribute, xmlElements, xmlRuns, xmlText } from "./workbook-xml.ts";
import { readZipDirectory, unzipText, type ZipEntry } from "./zip.server.ts";

/** What the parts may swell to, bytes: the sheet is a stream, the strings and the rest stay in memory. */
const MOST = { sheet: 400_000_000, strings: 60_000_000, small: 8_000_000 } as const;
const MOST_COLUMNS = 200;
const DAY_SECONDS = 86_400;
/** Two hundred years around 1970: what lies beyond is a number with an odd style. */
const MOST_DAYS = 200 * 366;

type Book = { readonly bytes: Buffer; readonly entries: ReadonlyMap<string, ZipEntry> };

async function wholePart({ bytes, entries }: Book, name: string): Promise<string | undefined> {
  const entry = entries.get(name);
  if (!entry) return undefined;
  let text = "";
  for await (const piece of unzipText(bytes, entry, MOST.small)) text += piece;
  return text;
}

/** The archive of a workbook without programs in it. @throws BadInput saying what it is instead */
export function openWorkbook(bytes: Buffer): Book {
  const entries = readZipDirectory(bytes);
  const names = [...entries.keys()];
  if (names.some((name) => /vbaProject|macrosheets|xlmMacro/i.test(name)))
    throw refuseFile(
      "Berkas ini berisi makro. Simpan sebagai Buku Kerja Excel biasa (.xlsx), lalu unggah lagi.",
    );
  if (!entries.has("xl/workbook.xml")) {
    const isOpenDocument = entries.has("content.xml");
    throw refuseFile(
      isOpenDocument
        ? "Berkas LibreOffice (.ods) belum dapat dibaca. Simpan sebagai .xlsx atau .csv, lalu unggah lagi."
        : "Berkas ini bukan lembar kerja. Unggah .xlsx atau .csv.",
    );
  }
  if ([...entries.values()].some((entry) => entry.isEncrypted))
    throw refuseFile("Berkas ini memakai kata sandi. Buka kuncinya dulu, lalu unggah lagi.");
  return { bytes, entries };
}

/** The first sheet that is not hidden. */
async function firstSheet(book: Book): Promise<{ entry: ZipEntry; is1904: boolean }> {
  const workbook = (await wholePart(book, "xl/workbook.xml")) ?? "";
  const links = (await wholePart(book, "xl/_rels/workbook.xml.rels")) ?? "";
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(
    ([, attributes = ""]) => attributes,
  );
  const shown = sheets.find((sheet) => !/hidden/i.test(xmlAttribute(sheet, "state") ?? "")) ?? sheets[0];
  const id = shown === undefined ? undefined : xmlAttribute(shown, "id");
  const link = [...links.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)]
    .map(([, attributes = ""]) => attributes)
    .find((attributes) => xmlAttribute(attributes, "Id") === id);
  const target = xmlText((link && xmlAttribute(link, "Target")) ?? "");
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
  const entry = book.entries.get(path) ?? book.entries.get("xl/worksheets/sheet1.xml");
  if (!entry) throw refuseFile(BROKEN_WORKBOOK);
  return { entry, is1904: /date1904\s*=\s*["'](?:1|true)["']/.test(workbook) };
}

const isDateCode = (code: string) =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?:\$|[a-z]+\d*\])[^\]]*\]?/gi, ""));
const isDateNumber = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Which cell styles show their number as a date. */
async function dateStyles(book: Book): Promise<readonly boolean[]> {
  const styles = (await wholePart(book, "xl/styles.xml")) ?? "";
  const codes = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)].map(([, attributes = ""]) => [
      Number(xmlAttribute(attributes, "numFmtId")),
      isDateCode(xmlText(xmlAttribute(attributes, "formatCode") ?? "")),
    ]),
  );
  const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? "";
  return [...formats.matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)].map(([, attributes = ""]) => {
    const id = Number(xmlAttribute(attributes, "numFmtId") ?? 0);
    return codes.get(id) ?? isDateNumber(id);
  });
}

async function sharedStrings({ bytes, entries }: Book): Promise<readonly string[]> {
  const entry = entries.get("xl/sharedStrings.xml");
  if (!entry) return [];
  const strings: string[] = [];
  for await (const { inner } of xmlElements(unzipText(bytes, entry, MOST.strings), "si"))
    strings.push(xmlRuns(inner));
  return strings;
}

type Reader = {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly is1904: boolean;
};

const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?v>/;
const HAS_FORMULA = /<(?:\w+:)?f[\s>/]/;

function readCell(attributes: string, inner: string, { strings, dates, is1904 }: Reader): Cell {
  const type = xmlAttribute(attributes, "t") ?? "n";
  if (type === "inlineStr") return xmlRuns(inner);
  const raw = VALUE.exec(inner)?.[1];
  if (raw === undefined || raw === "") return HAS_FORMULA.test(inner) ? "#RUMUS" : null;
  switch (type) {
    case "s":
      return strings[Number(raw)] ?? null;
    case "str":
    case "e":
      return xmlText(raw);
    case "b":
      return raw === "1" || raw === "true";
    case "d": {
      const date = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(raw) ? raw : `${raw}${raw.includes("T") ? "Z" : ""}`);
      return Number.isNaN(date.getTime()) ? raw : date;
    }
  }
  const number = Number(raw);
  if (Number.isNaN(number)) return xmlText(raw);
  if (!dates[Number(xmlAttribute(attributes, "s") ?? -1)]) return number;
  const days = number - 25_569 + (is1904 ? 1_462 : 0);
  const date = new Date(Math.round(days * DAY_SECONDS) * 1_000);
  return Math.abs(days) < MOST_DAYS ? date : number;
}

/** `AB12` → 27 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

const CELL = /<(?:\w+:)?c((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

function readCells(inner: string, reader: Reader): Cell[] {
  const cells: Cell[] = [];
  for (const [, attributes = "", content = ""] of inner.matchAll(CELL)) {
    const reference = xmlAttribute(attributes, "r");
    const column = reference ? columnOf(reference) : cells.length;
    if (column < 0 || column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push(null);
    cells[column] = readCell(attributes, content, reader);
  }
  return cells;
}

/**
 * The rows of a workbook's first sheet, as a stream: results of formulas, dates as dates. Our own reader, since exceljs'
 * stream needs twice the memory and puts the unsealed sheet into /tmp.
 * @throws BadInput when the workbook is broken or too large
 */
export async function* readXlsx(bytes: Buffer): AsyncGenerator<RawRow> {
  const book = openWorkbook(bytes);
  const { entry, is1904 } = await firstSheet(book);
  const reader = { strings: await sharedStrings(book), dates: await dateStyles(book), is1904 };
  let done = 0;
  async function* counted(): AsyncGenerator<string> {
    for await (const piece of unzipText(bytes, entry, MOST.sheet)) {
      done += piece.length;
      yield piece;
    }
  }
  let next = 1;
  try {
    for await (const { attributes, inner } of xmlElements(counted(), "row")) {
      const row = Number(xmlAttribute(attributes, "r")) || next;
      next = row + 1;
      yield { row, cells: readCells(inner, reader), read: Math.min(1, done / Math.max(1, entry.size)) };
    }
  } catch (error) {
    if (error instanceof XmlTooLong) throw refuseFile(BROKEN_WORKBOOK);
    throw error;
  }
}

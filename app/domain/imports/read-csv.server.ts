import { isUtf8 } from "node:buffer";
import { pipeline, Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import type { RawRow } from "../sheets/cell.ts";
import { refuseFile } from "./refuse-file.ts";

export type CsvFormat = {
  readonly delimiter: string;
  readonly encoding: "utf-8" | "windows-1252" | "utf-16le";
};

const PIECE = 64 * 1024;
/** One record, line breaks in quotes included, is never this long. Characters. */
const LONGEST = 200_000;
const LOOKED_AT = 64 * 1024;

function encodingOf(bytes: Buffer): CsvFormat["encoding"] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** What Windows-1252 has where Latin-1 has nothing; Node's own decoder leaves these out. From 0x80. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Gives the text of bytes that come piece by piece. */
function decoderFor(encoding: CsvFormat["encoding"]): (bytes: Buffer, isLast: boolean) => string {
  if (encoding === "windows-1252")
    return (bytes) =>
      bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]!);
  const decoder = new TextDecoder(encoding);
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/** Counts a sign outside quotes in the first lines that have text. */
function delimiterOf(start: string): string {
  const announced = /^\ufeff?sep=(.)\r?\n/i.exec(start)?.[1];
  if (announced) return announced;
  const bare = start.replace(/"(?:[^"]|"")*"?/g, "");
  const lines = bare
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const score = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = Math.max(0, ...counts.slice(0, 5));
    return usual === 0 ? 0 : usual + counts.filter((found) => found === usual).length;
  };
  const [best] = [";", ",", "\t", "|"]
    .map((sign) => ({ sign, score: score(sign) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.sign : ",";
}

/** Pictures, PDF and the like hold such bytes; a text has none of them. Spaces and line breaks are left out. */
const BINARY = /[^\P{Cc}\s\u007f-\u009f]/u;
const OTHER_TEXT = /^%PDF|^\s*<(?:!doctype|html|table|\?xml)/i;

/** How a text file is written. @throws BadInput when it is no table of text */
export function csvFormatOf(bytes: Buffer): CsvFormat {
  const encoding = encodingOf(bytes);
  const start = decoderFor(encoding)(bytes.subarray(0, LOOKED_AT), false);
  if (BINARY.test(start) || OTHER_TEXT.test(start))
    throw refuseFile("Berkas ini bukan lembar kerja. Unggah .xlsx, atau .csv dari Excel atau LibreOffice.");
  return { delimiter: delimiterOf(start), encoding };
}

/** The rows of a text file, as a stream; empty ones count, and a line break in quotes does not end a row. */
export async function* readCsv(bytes: Buffer, { delimiter, encoding }: CsvFormat): AsyncGenerator<RawRow> {
  let done = 0;
  const decode = decoderFor(encoding);
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < bytes.length; at += PIECE) {
      done = Math.min(bytes.length, at + PIECE);
      const text = decode(bytes.subarray(at, done), done === bytes.length);
      yield at === 0 ? text.replace(/^sep=.\r?\n/i, "\n") : text;
    }
  }
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  const source = Readable.from(pieces());
  pipeline(source, parser, () => {});
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++;
      yield { row, cells, read: done / bytes.length };
    }
  } catch (error) {
    const { code, records } = error as CsvError & { readonly records?: number };
    const at = (records ?? row) + 1;
    if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE")
      throw refuseFile(`Tanda kutip (") di sekitar baris ${at} tidak ditutup. Perbaiki, lalu unggah lagi.`);
    if (code?.startsWith("CSV_"))
      throw refuseFile(
        `Baris ${at} tidak dapat dibaca. Simpan ulang sebagai CSV atau .xlsx, lalu unggah lagi.`,
      );
    throw error;
  }
}

import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openSheet } from "#app/domain/imports/read-sheet.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { all, cellsOf, csv, xlsx } from "./files.ts";

const read = (bytes: Buffer) => cellsOf(openSheet(bytes).rows());
const text = (written: string, encoding: BufferEncoding = "utf8") => Buffer.from(written, encoding);

/** The sentence a file is refused with. */
async function refusal(bytes: Buffer): Promise<string> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof BadInput) return error.fields.berkas ?? "";
    throw error;
  }
  return "taken";
}

describe("CSV", () => {
  const rows = [
    ["nama", "alamat"],
    ["Kopi Ibu", "Jl. Melati, No. 2\nbelakang pasar"],
    ["Teh; manis", 'kata "enak"'],
  ];

  it.each([",", ";", "\t", "|"])("separated by %j, with quoted line breaks", async (delimiter) => {
    expect(await read(text(csv(rows, delimiter)))).toEqual(rows);
    expect(await read(text(`\ufeff${csv(rows, delimiter)}\r\n`))).toEqual(rows);
  });

  it("in UTF-8, Windows-1252 and UTF-16", async () => {
    const line = "nama;alamat\r\nCafé Rénée;Jl. “Baru” – 5\r\n";
    const cells = [
      ["nama", "alamat"],
      ["Café Rénée", "Jl. “Baru” – 5"],
    ];
    expect(await read(text(line))).toEqual(cells);
    const windows = Buffer.concat([
      text("nama;alamat\r\nCaf", "latin1"),
      Buffer.from([0xe9]),
      text(" R"),
      Buffer.from([0xe9]),
      text("n"),
      Buffer.from([0xe9]),
      text("e;Jl. "),
      Buffer.from([0x93]),
      text("Baru"),
      Buffer.from([0x94, 0x20, 0x96]),
      text(" 5\r\n"),
    ]);
    expect(await read(windows)).toEqual(cells);
    expect(await read(Buffer.concat([Buffer.from([0xff, 0xfe]), text(line, "utf16le")]))).toEqual(cells);
  });

  it("a letter cut by the edge of a piece stays whole", async () => {
    const long = `a,b\n${"x".repeat(64 * 1024 - 5)}é,2`;
    expect((await read(text(long)))[1]![0]).toMatch(/é$/);
  });

  it("Excel's own first line, and rows counted as the spreadsheet counts them", async () => {
    expect(await read(text("sep=;\r\na;b\r\n1,5;2"))).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
    const counted = await all(openSheet(text('a,b\r\n\r\n"1\n1",2\r\n , \r\n3,4')).rows());
    expect(counted.map(({ row }) => row)).toEqual([1, 3, 5]);
  });

  it("a quote that is never closed is told with its row", async () => {
    expect(await refusal(text(`a,b\n1,2\n"x,${"y\n".repeat(150_000)}`))).toMatch(/kutip.*baris 3/);
  });
});

describe("XLSX", () => {
  it("text, numbers, dates, ticks, results of formulas, empty cells and rows", async () => {
    const bytes = await xlsx([
      ["nama", "angka", "tanggal", "ya", "rumus", "teks"],
      ["A & <B>", 81_234_567_890, new Date("2026-11-01"), true, { formula: "1+1", result: 2 }, "8.12E+10"],
      [],
      [null, null, null, false, { formula: "A1", result: "hasil" }, "é–“"],
      ["#N/A", -5.3757],
    ]);
    const rows = await all(openSheet(bytes).rows());
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 4, 5]);
    expect(rows[1]!.cells).toEqual(["A & <B>", 81_234_567_890, new Date("2026-11-01"), true, 2, "8.12E+10"]);
    expect(rows[2]!.cells).toEqual([null, null, null, false, "hasil", "é–“"]);
    expect(rows[3]!.cells).toEqual(["#N/A", -5.3757]);
  });

  it("the first sheet that people see", async () => {
    expect(await read(await xlsx([["pertama"]], ["Satu", "Dua"]))).toEqual([["pertama"]]);
  });
});

describe("refused with a sentence", () => {
  it("what is no spreadsheet", async () => {
    expect(await refusal(Buffer.alloc(0))).toMatch(/kosong/);
    expect(await refusal(text("%PDF-1.7\n1 0 obj"))).toMatch(/bukan lembar kerja/);
    expect(await refusal(text("<html><table><tr><td>a</td></tr></table></html>"))).toMatch(
      /bukan lembar kerja/,
    );
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toMatch(/bukan lembar kerja/);
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toMatch(/\.xls/);
    expect(await refusal(Buffer.alloc(20 * 1024 * 1024 + 1, 65))).toMatch(/20 MB/);
  });

  it("a workbook that is cut off, holds macros, or swells", async () => {
    const good = await xlsx([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(await refusal(good.subarray(0, good.length - 200))).toMatch(/rusak/);
    expect(await refusal(zip({ "xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": "x" }))).toMatch(
      /makro/,
    );
    expect(await refusal(zip({ "content.xml": "<x/>" }))).toMatch(/\.ods/);
    expect(await refusal(zip({ "xl/workbook.xml": "<workbook/>" }))).toMatch(/rusak/);
    const strings = `<sst>${"<si><t>0</t></si>".repeat(4_000_000)}</sst>`;
    const sheet = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    const bomb = zip({
      "xl/workbook.xml": "<workbook/>",
      "xl/worksheets/sheet1.xml": sheet,
      "xl/sharedStrings.xml": strings,
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toMatch(/terlalu besar/);
    const endless = zip({
      "xl/workbook.xml": "<workbook/>",
      "xl/worksheets/sheet1.xml": `<worksheet><row><c><v>${"1".repeat(5_000_000)}`,
    });
    expect(await refusal(endless)).toMatch(/rusak/);
  });
});

/** A small ZIP archive. */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

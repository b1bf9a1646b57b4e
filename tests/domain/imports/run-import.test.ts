import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { cancelImport } from "#app/domain/imports/cancel-import.server.ts";
import { clearImports } from "#app/domain/imports/clear-imports.server.ts";
import { confirmImport } from "#app/domain/imports/confirm-import.server.ts";
import { findImport } from "#app/domain/imports/find-import.server.ts";
import type { ImportKind } from "#app/domain/imports/kinds.ts";
import { openSheet } from "#app/domain/imports/read-sheet.server.ts";
import { runImport } from "#app/domain/imports/run-import.server.ts";
import { startImport } from "#app/domain/imports/start-import.server.ts";
import { templateOf } from "#app/domain/imports/template.server.ts";
import { findWrongRows } from "#app/domain/imports/wrong-rows.server.ts";
import { env } from "#app/lib/env.server.ts";
import { BadInput, NotAllowed, NotFound, StaleRecord } from "#app/lib/errors.ts";
import { UMKM_COLUMNS, umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import { testDatabase } from "#tests/support/database.ts";
import { cellsOf, csv, xlsx } from "./files.ts";

const { db } = await testDatabase();
const sheet = [...umkmRows({ sellers: 2_500 })];
const header = [...UMKM_COLUMNS];
const cells = (rows: readonly (typeof sheet)[number][]) => [
  header,
  ...rows.map((row) => header.map((name) => row[name])),
];
const file = (rows: readonly (typeof sheet)[number][], delimiter = ";") =>
  Buffer.from(csv(cells(rows), delimiter));

async function officer(regencyCode: string | null, mobile: string): Promise<Actor> {
  const { id } = await db
    .insertInto("account")
    .values({ name: "Petugas", mobile, password_hash: "-" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return {
    kind: "person",
    accountId: id,
    name: "Petugas",
    mobile,
    memberships: [{ role: "officer", regencyCode, name: "Dinas" }],
    secondFactor: true,
  };
}
const province = await officer(null, "+6281172009001");
const city = await officer("18.71", "+6281172009002");
const other = await officer("18.09", "+6281172009003");
const colleague = await officer("18.71", "+6281172009004");

const start = (actor: Actor, bytes: Buffer, kind: ImportKind = "umkm", fileName = "usaha.csv") =>
  startImport(actor, db, { kind, fileName, bytes, options: { status: "verified" } });
const countsOf = async (actor: Actor, id: number) => {
  const { run } = await findImport(db, actor, id);
  const { status, rows_total, rows_new, rows_changed, rows_same, rows_wrong } = run;
  return { status, total: rows_total, counts: [rows_new, rows_changed, rows_same, rows_wrong] };
};

/** Of everything the shop shows and earns by; what an import itself keeps is left out. */
async function checksum(): Promise<string> {
  const hash = createHash("sha256");
  for (const table of ["umkm", "umkm_event", "product", "variant", "warung", "staple_price", "audit_log"]) {
    const { rows } = await sql<{ sum: string }>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql.table(table)} t`.execute(
      db,
    );
    hash.update(rows[0]!.sum);
  }
  return hash.digest("hex");
}

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const list: Buffer[] = [];
  for await (const piece of pieces) list.push(piece);
  return Buffer.concat(list);
}

describe("a file of 2,500 businesses", () => {
  const wrongPhone = { ...sheet[7]!, no_hp: "8,12E+10" };
  const twice = sheet[3]!;
  const given = [...sheet.slice(0, 7), wrongPhone, ...sheet.slice(8), twice];
  let run = 0;

  it("is looked through and nothing is written", async () => {
    const before = await checksum();
    run = await start(province, file(given));
    await runImport(db, run);
    expect(await countsOf(province, run)).toEqual({
      status: "previewed",
      total: 2_501,
      counts: [2_499, 0, 0, 2],
    });
    expect(await checksum()).toBe(before);
    const { wrong } = await findImport(db, province, run);
    expect(wrong.map(({ row, column }) => `${row} ${column}`)).toEqual(["9 no_hp", "2502 nib"]);
  });

  it("is written when the officer says so, with a line in the record", async () => {
    await confirmImport(province, db, run);
    await expect(confirmImport(province, db, run)).rejects.toThrow(StaleRecord);
    await runImport(db, run);
    expect(await countsOf(province, run)).toEqual({
      status: "done",
      total: 2_501,
      counts: [2_499, 0, 0, 2],
    });
    const audit = await db.selectFrom("audit_log").select(["action", "thing_key"]).execute();
    expect(audit).toEqual([{ action: "import.write", thing_key: String(run) }]);
  });

  it("brought in again changes nothing", async () => {
    const before = await checksum();
    const again = await start(province, file(given, ","));
    await runImport(db, again);
    expect((await countsOf(province, again)).counts).toEqual([0, 0, 2_499, 2]);
    await confirmImport(province, db, again);
    const afterAudit = await checksum();
    await runImport(db, again);
    expect((await countsOf(province, again)).counts).toEqual([0, 0, 2_499, 2]);
    expect(await checksum()).toBe(afterAudit);
    expect(afterAudit).not.toBe(before);
  });

  it("its wrong rows come back as they were, with one more column; mended, they go in", async () => {
    const { bytes, name } = await findWrongRows(db, province, run);
    expect(name).toBe("usaha-yang-salah.csv");
    const back = await bytesOf(bytes);
    const [head, ...rows] = (await cellsOf(openSheet(back).rows())) as string[][];
    expect(head).toEqual([...header, "yang_salah"]);
    expect(rows.map((row) => row.slice(0, -1))).toEqual(cells([wrongPhone, twice]).slice(1));
    expect(rows[0]!.at(-1)).toMatch(/^no_hp: .*menyingkatnya/);
    const mended = Buffer.from(back.toString().replace("8,12E+10", sheet[7]!.no_hp));
    const again = await start(province, mended);
    await runImport(db, again);
    expect((await countsOf(province, again)).counts).toEqual([1, 0, 1, 0]);
    expect((await findImport(db, province, again)).run.notes).toEqual([]);
  });

  it("lies sealed: no NIK in the folder, the run, or its sentences", async () => {
    const { nik } = sheet[3]!;
    const folder = join(env().DATA_DIR, "imports");
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const one of files) expect((await readFile(join(folder, one))).includes(nik)).toBe(false);
    const shifted = { ...sheet[3]!, kecamatan: nik };
    const id = await start(province, file([shifted]));
    await runImport(db, id);
    const kept = await sql<{ text: string }>`
      select (select string_agg(r::text, ' ') from import_run r) || (select string_agg(w::text, ' ') from import_wrong w) as text`.execute(
      db,
    );
    expect(kept.rows[0]!.text).toContain("kecamatan");
    expect(kept.rows[0]!.text).not.toContain(nik);
  });
});

describe("a workbook", () => {
  it("gives the same, and its wrong rows come back as a workbook", async () => {
    const rows: (string | number)[][] = cells(sheet.slice(0, 3)).map((row) => [...row]);
    rows[1]![header.indexOf("no_hp")] = Number(sheet[0]!.no_hp);
    rows[2]![header.indexOf("nik")] = 1_871_014_508_880_000;
    const id = await start(province, await xlsx(rows), "umkm", "usaha.xlsx");
    await runImport(db, id);
    expect((await countsOf(province, id)).counts).toEqual([0, 0, 2, 1]);
    expect((await findImport(db, province, id)).run.notes).toEqual([
      "1 nomor HP tanpa angka 0 di depan dibaca sebagai 08….",
    ]);
    const { bytes, name } = await findWrongRows(db, province, id);
    expect(name).toBe("usaha-yang-salah.xlsx");
    const back = await cellsOf(openSheet(await bytesOf(bytes)).rows());
    expect(back).toHaveLength(2);
    expect(back[1]![header.indexOf("nik")]).toBe(1_871_014_508_880_000);
    expect(back[1]!.at(-1)).toMatch(/^nik: .*15 angka/);
  });
});

describe("who may", () => {
  it("an officer brings in rows of their regency; another regency sees nothing of it", async () => {
    const own = sheet.filter((row) => row.kabupaten === "Bandar Lampung").slice(0, 5);
    const id = await start(city, file([...own, sheet.find((row) => row.kabupaten === "Pesawaran")!]));
    await runImport(db, id);
    expect((await countsOf(city, id)).counts).toEqual([0, 0, 5, 1]);
    for (const read of [findImport, findWrongRows])
      await expect(read(db, other, id)).rejects.toThrow(NotFound);
    await expect(confirmImport(other, db, id)).rejects.toThrow(NotFound);
    await expect(cancelImport(other, db, id)).rejects.toThrow(NotFound);
    expect(await findImport(db, colleague, id)).toMatchObject({ mayFetch: false });
    await expect(findWrongRows(db, colleague, id)).rejects.toThrow(NotAllowed);
    expect((await findWrongRows(db, province, id)).name).toContain("salah");
  });
});

describe("ended before its end", () => {
  it("a cancelled run is left alone, and its file goes after a week", async () => {
    const id = await start(province, file(sheet.slice(0, 3)));
    await cancelImport(province, db, id);
    await runImport(db, id);
    expect(await countsOf(province, id)).toMatchObject({ status: "cancelled", counts: [0, 0, 0, 0] });
    await expect(cancelImport(province, db, id)).rejects.toThrow(StaleRecord);
    await sql`update import_run set finished_at = now() - interval '8 days' where id = ${id}`.execute(db);
    await clearImports(db);
    expect((await findImport(db, province, id)).mayFetch).toBe(false);
    await expect(findWrongRows(db, province, id)).rejects.toThrow(NotFound);
  });

  it("a file that cannot be read is refused at once, with its sentence", async () => {
    const sentence = async (text: string) => {
      const error = await start(province, Buffer.from(text)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BadInput);
      return (error as BadInput).fields.berkas;
    };
    expect(await sentence("nama_usaha,hp\nKopi,0812")).toMatch(/belum ada: jenis, nama_pemilik, alamat/);
    expect(await sentence(`${header.join(",")}\n`)).toMatch(/tidak ada baris/);
  });

  it("a quote left open further down fails the run with its sentence", async () => {
    const rows = file(sheet.slice(0, 900)).toString();
    const id = await start(province, Buffer.from(`${rows}\r\n"tak ditutup`));
    await runImport(db, id);
    const { run } = await findImport(db, province, id);
    expect([run.status, run.failure]).toEqual(["failed", expect.stringMatching(/kutip/)]);
  });
});

it("every template goes through its own reader", async () => {
  for (const kind of ["umkm", "warung", "produk", "harga"] as const) {
    for (const type of ["csv", "xlsx"] as const) {
      const id = await start(province, await bytesOf(templateOf(kind, type).bytes), kind);
      await runImport(db, id);
      const { run, wrong } = await findImport(db, province, id);
      expect([run.status, run.rows_total], kind).toEqual(["previewed", 1]);
      // only what an empty shop lacks
      expect(wrong.filter(({ message }) => !/belum terdaftar|daftar provinsi/.test(message))).toEqual([]);
    }
  }
});

import { expect, test } from "vitest";
import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { importUmkm } from "#app/domain/umkm/import-umkm.server.ts";
import { NotAllowed, NotLoggedIn } from "#app/lib/errors.ts";
import { open } from "#app/lib/secret-box.server.ts";
import { umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const actor = system("uji");
const verified = { status: "verified" } as const;
const sheet = [...umkmRows({ sellers: 60 })];
const [siti] = sheet as [(typeof sheet)[number]];

function officer(regencyCode: string | null): Actor {
  return {
    kind: "person",
    accountId: 1,
    name: "Petugas",
    mobile: "+6281172000001",
    memberships: [{ role: "officer", regencyCode, name: "Dinas" }],
    secondFactor: true,
  };
}

test("a sheet is taken in once; the same sheet again changes nothing", async () => {
  expect(await importUmkm(actor, db, sheet, verified)).toEqual({ new: 60, changed: 0, same: 0, wrong: [] });
  const before = await db.selectFrom("umkm").selectAll().orderBy("id").execute();
  expect(await importUmkm(actor, db, sheet, verified)).toEqual({ new: 0, changed: 0, same: 60, wrong: [] });
  expect(await db.selectFrom("umkm").selectAll().orderBy("id").execute()).toEqual(before);
});

test("a changed cell changes that business and keeps its address and status", async () => {
  const find = () => db.selectFrom("umkm").selectAll().where("nib", "=", siti.nib).executeTakeFirstOrThrow();
  const before = await find();
  const report = await importUmkm(actor, db, [{ ...siti, nama_usaha: "Dapur Bu Siti Baru" }], {
    status: "draft",
  });
  expect(report).toMatchObject({ new: 0, changed: 1, wrong: [] });
  expect(await find()).toMatchObject({ name: "Dapur Bu Siti Baru", slug: before.slug, status: "verified" });
  await importUmkm(actor, db, [siti], verified);
});

test("the NIK is sealed: nowhere to be read, but opened with the app's key", async () => {
  const row = await db.selectFrom("umkm").selectAll().where("nib", "=", siti.nib).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(siti.nik);
  expect(open("nik", row.nik_sealed!)).toBe(siti.nik);
});

test("wrong rows are told by row and column, in Indonesian, without the NIK; the others go in", async () => {
  const other = { ...siti, nama_usaha: "Warung Kopi Lain", nib: "9999999999999", nik: "1871010101900001" };
  const { wrong, ...counts } = await importUmkm(
    actor,
    db,
    [
      { ...other, nib: "123" },
      { ...other, no_hp: "12345" },
      { ...other, kecamatan: "Entah" },
      { ...other, nik: siti.nik },
      other,
      other,
      { ...other, nib: "8888888888888", nik: "", kabupaten: "Kota Bandar Lampung", rt: "3" },
    ],
    verified,
  );
  expect(counts).toEqual({ new: 2, changed: 0, same: 0 });
  expect(wrong.map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
    "2 nib",
    "3 no_hp",
    "4 kecamatan",
    "5 nik",
    "7 nib",
  ]);
  expect(JSON.stringify(wrong)).not.toContain(siti.nik);
});

test("two businesses of one name get addresses of their own", async () => {
  const twin = { ...siti, nib: "7777777777777", nik: "1871010101900002" };
  await importUmkm(actor, db, [twin], verified);
  const slugs = await db.selectFrom("umkm").select("slug").where("name", "=", siti.nama_usaha).execute();
  expect(new Set(slugs.map((row) => row.slug)).size).toBe(2);
});

test("an officer takes in their own regency only, nobody else takes in anything", async () => {
  const nibs = { nib: "6666666666666", nik: "1871010101900003" };
  const own = await importUmkm(officer("18.71"), db, [{ ...siti, ...nibs }], { status: "submitted" });
  expect(own.new).toBe(1);
  const foreign = await importUmkm(officer("18.09"), db, [{ ...siti, ...nibs }], { status: "submitted" });
  expect(foreign.wrong).toMatchObject([{ row: 2, column: "kabupaten" }]);
  const moved = { ...siti, ...nibs, desa: "Negeri Katon", kecamatan: "Negeri Katon", kabupaten: "Pesawaran" };
  const stolen = await importUmkm(officer("18.09"), db, [moved], { status: "submitted" });
  expect(stolen).toMatchObject({ changed: 0, wrong: [{ row: 2, column: "nib" }] });
  await expect(importUmkm({ kind: "guest" }, db, [siti], verified)).rejects.toThrow(NotLoggedIn);
  const buyer: Actor = { ...officer(null), kind: "person", memberships: [] } as Actor;
  await expect(importUmkm(buyer, db, [siti], verified)).rejects.toThrow(NotAllowed);
});

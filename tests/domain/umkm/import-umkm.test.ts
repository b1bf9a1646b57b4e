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
      {
        ...other,
        no_hp: "0813-7200-0098",
        nib: "8888888888888",
        nik: "",
        kabupaten: "Kota Bandar Lampung",
        rt: "3",
      },
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
  const twin = { ...siti, nib: "7777777777777", nik: "1871010101900002", no_hp: "081372000099" };
  await importUmkm(actor, db, [twin], verified);
  const slugs = await db.selectFrom("umkm").select("slug").where("name", "=", siti.nama_usaha).execute();
  expect(new Set(slugs.map((row) => row.slug)).size).toBe(2);
});

test("an officer takes in their own regency only, nobody else takes in anything", async () => {
  const nibs = { nib: "6666666666666", nik: "1871010101900003", no_hp: "0813-7200-0097" };
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

const counted = { countedOn: "2020-08-31", countSource: "Pendataan UMKM terdampak 2020" };
const kopi = { ...siti, nama_usaha: "Kopi Bukit Sari", nib: "", nik: "", no_hp: "0813-7200-0091" };
const byMobile = (mobile: string) =>
  db.selectFrom("umkm").selectAll().where("mobile", "=", mobile).orderBy("id").execute();

test("the count of 2020: no NIB makes a draft, with income, day and source", async () => {
  const row = {
    ...kopi,
    kategori: "Kopi",
    omzet_sebelum: "Rp4.500.000",
    omzet_sekarang: "0",
    terdampak: "x",
  };
  const report = await importUmkm(actor, db, [row], { status: "verified", ...counted });
  expect(report).toEqual({ new: 1, changed: 0, same: 0, wrong: [] });
  expect(await byMobile("+6281372000091")).toMatchObject([
    {
      ...{ status: "draft", nib: null, category_slug: "kopi", affected: true },
      ...{ income_before: 4_500_000, income_now: 0, counted_on: "2020-08-31" },
      count_source: "Pendataan UMKM terdampak 2020",
    },
  ]);
  expect(await importUmkm(actor, db, [row], { status: "verified", ...counted })).toMatchObject({ same: 1 });
});

test("one business by number and name: the NIB is added, and nothing is taken away by empty cells", async () => {
  const named = { ...kopi, nama_usaha: "KOPI  bukit-sari", nib: "5555555555555", kategori: "" };
  expect(await importUmkm(actor, db, [named], verified)).toMatchObject({ new: 0, changed: 1, wrong: [] });
  const again = await byMobile("+6281372000091");
  expect(again).toMatchObject([{ nib: "5555555555555", income_before: 4_500_000, category_slug: "kopi" }]);
});

test("one business by NIK", async () => {
  const nik = "1871014508880007";
  await importUmkm(actor, db, [{ ...kopi, nik }], verified);
  const moved = { ...kopi, nik, nama_usaha: "Kopi Pindah", no_hp: "0813-7200-0092" };
  expect(await importUmkm(actor, db, [moved], verified)).toMatchObject({ new: 0, changed: 1, wrong: [] });
});

test("keys of two businesses, or one twice in a sheet, are told", async () => {
  const one = { ...kopi, nama_usaha: "Teh Satu", nib: "4444444444441", no_hp: "0813-7200-0093" };
  const two = { ...kopi, nama_usaha: "Teh Dua", nik: "1871014508880008", no_hp: "0813-7200-0094" };
  await importUmkm(actor, db, [one, two], verified);
  const { wrong } = await importUmkm(
    actor,
    db,
    [
      { ...one, nik: two.nik },
      { ...one, nib: "4444444444442" },
      one,
      { ...one, nama_usaha: "Teh Satu Baru" },
    ],
    verified,
  );
  expect(wrong.map(({ row, column }) => `${row} ${column}`)).toEqual(["2 nik", "3 nib", "5 nib"]);
  expect(JSON.stringify(wrong)).not.toContain(two.nik);
});

test("a category nobody knows is told", async () => {
  const { wrong } = await importUmkm(actor, db, [{ ...kopi, kategori: "Entah" }], verified);
  expect(wrong).toMatchObject([{ row: 2, column: "kategori" }]);
});

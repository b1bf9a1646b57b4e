import { expect, test } from "vitest";
import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { importStaplePrices } from "#app/domain/catalogue/import-staple-prices.server.ts";
import { importStaples } from "#app/domain/catalogue/import-staples.server.ts";
import { NotAllowed } from "#app/lib/errors.ts";
import { hargaRows } from "#db/seed/sheets/harga-sheet.ts";
import { sembakoRows } from "#db/seed/sheets/sembako-sheet.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const actor = system("uji");
const staples = [...sembakoRows()].map((row) => ({ ...row, gambar: "" }));
const prices = [...hargaRows()];
const noPictures = { pictures: new Map() };

test("staples and their prices are taken in once; the same sheets again change nothing", async () => {
  expect(await importStaples(actor, db, staples, noPictures)).toEqual({
    new: 40,
    changed: 0,
    same: 0,
    wrong: [],
  });
  expect(await importStaples(actor, db, staples, noPictures)).toEqual({
    new: 0,
    changed: 0,
    same: 40,
    wrong: [],
  });
  expect(await importStaplePrices(actor, db, prices)).toEqual({ new: 600, changed: 0, same: 0, wrong: [] });
  expect(await importStaplePrices(actor, db, prices)).toEqual({ new: 0, changed: 0, same: 600, wrong: [] });
});

test("a price that was set for a day stays; a new one needs a new day", async () => {
  const [first] = prices as [(typeof prices)[number]];
  const other = String(Number(first.harga) + 500);
  const same = await importStaplePrices(actor, db, [{ ...first, harga: other }]);
  expect(same).toMatchObject({ new: 0, wrong: [{ row: 2, column: "harga" }] });
  const later = await importStaplePrices(actor, db, [
    { ...first, berlaku_mulai: "2026-12-01", harga: other },
  ]);
  expect(later).toMatchObject({ new: 1, wrong: [] });
});

test("wrong cells are told", async () => {
  const [first] = prices as [(typeof prices)[number]];
  const { wrong } = await importStaplePrices(actor, db, [
    { ...first, sembako: "gas-3kg" },
    { ...first, kabupaten: "Palembang" },
    { ...first, berlaku_mulai: "2026-02-30" },
    { ...first, harga: "0" },
  ]);
  expect(wrong.map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
    "2 sembako",
    "3 kabupaten",
    "4 berlaku_mulai",
    "5 harga",
  ]);
});

test("a regency's officer sets their own prices, and leaves the province's list alone", async () => {
  const officer: Actor = {
    kind: "person",
    accountId: await db
      .insertInto("account")
      .values({ mobile: "+6281172000001", name: "Bu Ratna", password_hash: "-" })
      .returning("id")
      .executeTakeFirstOrThrow()
      .then((row) => row.id),
    name: "Bu Ratna",
    mobile: "+6281172000001",
    memberships: [{ role: "officer", regencyCode: "18.71", name: "Bandar Lampung" }],
    secondFactor: true,
  };
  await expect(importStaples(officer, db, staples, noPictures)).rejects.toThrow(NotAllowed);
  const price = { sembako: "gula-pasir", berlaku_mulai: "2027-01-01", harga: "17.500" };
  const report = await importStaplePrices(officer, db, [
    { ...price, kabupaten: "Kota Bandar Lampung" },
    { ...price, kabupaten: "Metro" },
  ]);
  expect(report).toMatchObject({ new: 1, wrong: [{ row: 3, column: "kabupaten" }] });
});

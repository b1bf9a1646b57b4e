import { expect, test } from "vitest";
import { CAST_OFFICERS, CAST_OPERATORS, CAST_SELLERS } from "#db/seed/cast.ts";
import { seed } from "#db/seed/seed.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const size = { sellers: 30, products: 90 };

test("an empty database is filled, the same database is left alone, a larger size is completed", async () => {
  const said: string[] = [];
  expect(await seed(db, { ...size, say: (line) => said.push(line) })).toBe(true);
  expect(said).toHaveLength(9);
  expect(await seed(db, size)).toBe(false);
  const count = async (table: "umkm" | "product" | "warung" | "staple" | "warung_staple" | "product_photo") =>
    (await db.selectFrom(table).select(db.fn.countAll<number>().as("n")).executeTakeFirstOrThrow()).n;
  expect(await count("umkm")).toBe(30);
  expect(await count("product")).toBe(90);
  expect(await count("product_photo")).toBe(90);
  expect(await count("warung")).toBe(226);
  expect(await count("staple")).toBe(40);
  expect(await count("warung_staple")).toBe(226 * 40);
  expect(await seed(db, { ...size, sellers: 40 })).toBe(true);
  expect(await count("umkm")).toBe(40);
});

test("the cast can act: four sellers, three operators, three officers, each with their own", async () => {
  const memberships = await db
    .selectFrom("membership as m")
    .innerJoin("account as a", "a.id", "m.account_id")
    .leftJoin("umkm as u", "u.id", "m.umkm_id")
    .leftJoin("warung as w", "w.id", "m.warung_id")
    .select(["a.name as person", "m.role", "u.name as umkm", "w.name as warung", "m.regency_code"])
    .orderBy("m.id")
    .execute();
  expect(memberships).toEqual([
    ...CAST_SELLERS.map((cast) => ({
      person: cast.name,
      role: "seller",
      umkm: cast.umkm,
      warung: null,
      regency_code: null,
    })),
    ...CAST_OPERATORS.map((cast) => ({
      person: cast.name,
      role: "operator",
      umkm: null,
      warung: cast.warung,
      regency_code: null,
    })),
    ...CAST_OFFICERS.map((cast) => ({
      person: cast.name,
      role: "officer",
      umkm: null,
      warung: null,
      regency_code: cast.regencyCode ?? null,
    })),
  ]);
});

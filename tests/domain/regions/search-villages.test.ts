import { describe, expect, it } from "vitest";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { listDistricts } from "#app/domain/regions/list-districts.server.ts";
import { listRegencies } from "#app/domain/regions/list-regencies.server.ts";
import { listVillages } from "#app/domain/regions/list-villages.server.ts";
import { searchVillages, VILLAGES_SHOWN, villageWords } from "#app/domain/regions/search-villages.server.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();

describe("searching one's village", () => {
  it("finds it despite a slip", async () => {
    const found = await searchVillages(db, "kedatn");
    expect(found.map(({ name, regency }) => `${name}, ${regency}`)).toContain("Kedaton, Kota Bandar Lampung");
    expect(found[0]?.name).toBe("Kedaton");
  });

  it("puts exactly that name first, and tells the same names apart by district and regency", async () => {
    const found = await searchVillages(db, "Sukamaju");
    const same = found.filter(({ name }) => name === "Sukamaju");
    expect(same.length).toBeGreaterThan(1);
    expect(found.slice(0, same.length)).toEqual(same);
    expect(new Set(same.map(({ district, regency }) => `${district}/${regency}`)).size).toBe(same.length);
  });

  it("narrows by district and regency typed after the name", async () => {
    const [first] = await searchVillages(db, "kedaton kedaton bandar lampung");
    expect(first?.code).toBe("18.71.01.1003");
  });

  it.each(["", "k", "%", "_%", "☕☕☕", "قرية", "'; drop table village; --"])(
    "is calm about %j",
    async (typed) => {
      const found = await searchVillages(db, typed);
      expect(found.length).toBeLessThanOrEqual(VILLAGES_SHOWN);
    },
  );

  it("drops the kind of village typed in front", () => {
    expect(villageWords("Desa  Way-Huwi")).toBe("way huwi");
    expect(villageWords("kelurahan")).toBe("kelurahan");
  });
});

describe("choosing by lists", () => {
  it("goes from regency to district to village", async () => {
    const regencies = await listRegencies(db);
    expect(regencies).toHaveLength(15);
    expect(regencies.map(({ name }) => name)).toContain("Kota Metro");
    const districts = await listDistricts(db, "18.71");
    expect(districts).toHaveLength(20);
    const villages = await listVillages(db, "18.71.01");
    expect(villages.map(({ name }) => name)).toContain("Kedaton");
  });

  it.each([undefined, "", "18.71", "18.71.01.9999", "99.99.99.9999", "18.71.01.1003'"])(
    "knows no village %j",
    async (code) => {
      expect(await findVillage(db, code)).toBeUndefined();
    },
  );
});

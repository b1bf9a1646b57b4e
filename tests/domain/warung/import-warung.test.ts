import { expect, test } from "vitest";
import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { importWarung } from "#app/domain/warung/import-warung.server.ts";
import { NotAllowed } from "#app/lib/errors.ts";
import { warungRows } from "#db/seed/sheets/warung-sheet.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const actor = system("uji");
const ready = { status: "ready" } as const;
const sheet = [...warungRows()];
const [budi] = sheet as [(typeof sheet)[number]];
const officer: Actor = {
  kind: "person",
  accountId: 1,
  name: "Bu Ratna",
  mobile: "+6281172000001",
  memberships: [{ role: "officer", regencyCode: "18.71", name: "Bandar Lampung" }],
  secondFactor: true,
};

test("226 warung are taken in once; the same sheet again changes nothing", async () => {
  expect(await importWarung(actor, db, sheet, ready)).toEqual({ new: 226, changed: 0, same: 0, wrong: [] });
  expect(await importWarung(actor, db, sheet, ready)).toEqual({ new: 0, changed: 0, same: 226, wrong: [] });
});

test("every village is served, and every distance has a fee", async () => {
  const served = await db.selectFrom("warung_service_village").select("village_code").distinct().execute();
  expect(served).toHaveLength(2_651);
  const beyond = await db
    .selectFrom("warung_service_village as s")
    .where("s.distance_m", ">", (query) =>
      query
        .selectFrom("warung_fee as f")
        .select((f) => f.fn.max("f.up_to_m").as("reach"))
        .whereRef("f.warung_id", "=", "s.warung_id"),
    )
    .select("s.warung_id")
    .execute();
  expect(beyond).toEqual([]);
});

test("Pak Budi is ready at the address people know, open from six to nine on all seven days", async () => {
  const warung = await db
    .selectFrom("warung")
    .selectAll()
    .where("slug", "=", "warung-pak-budi")
    .executeTakeFirstOrThrow();
  expect(warung).toMatchObject({ name: "Warung Pak Budi", status: "ready", village_code: "18.71.01.1003" });
  const hours = await db
    .selectFrom("warung_hours")
    .select(["weekday", "opens", "closes"])
    .where("warung_id", "=", warung.id)
    .orderBy("weekday")
    .execute();
  expect(hours).toEqual([0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: 360, closes: 1_260 })));
});

test("what left the sheet leaves the warung: a day off, a village, a step of the fees", async () => {
  const report = await importWarung(
    actor,
    db,
    [{ ...budi, jam_minggu: "tutup", desa_layanan: "18.71.01.1003", tarif: "3:6000" }],
    ready,
  );
  expect(report).toEqual({ new: 0, changed: 1, same: 0, wrong: [] });
  const { id } = await db
    .selectFrom("warung")
    .select("id")
    .where("slug", "=", "warung-pak-budi")
    .executeTakeFirstOrThrow();
  const of = (table: "warung_hours" | "warung_service_village" | "warung_fee") =>
    db.selectFrom(table).selectAll().where("warung_id", "=", id).execute();
  expect((await of("warung_hours")).map((row) => "weekday" in row && row.weekday).sort()).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
  expect(await of("warung_service_village")).toHaveLength(1);
  expect(await of("warung_fee")).toMatchObject([{ up_to_m: 3_000, fee: 6_000 }]);
});

test("wrong cells are told", async () => {
  const fresh = { ...budi, nama_warung: "Warung Coba" };
  const { wrong, ...counts } = await importWarung(
    actor,
    db,
    [
      { ...fresh, jam_senin: "21.00-06.00" },
      { ...fresh, tarif: "dekat:murah" },
      { ...fresh, desa_layanan: "18.71.01.9999" },
      { ...fresh, lintang: "105" },
      { ...fresh, no_sk: "" },
      { ...fresh, lintang: "", bujur: "" },
      fresh,
    ],
    ready,
  );
  expect(counts).toEqual({ new: 1, changed: 0, same: 0 });
  expect(wrong.map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
    "2 jam_senin",
    "3 tarif",
    "4 desa_layanan",
    "5 lintang",
    "6 no_sk",
    "8 nama_warung",
  ]);
});

test("a regency's office nominates its own; designating is the province's", async () => {
  const fresh = { ...budi, nama_warung: "Warung Calon", no_sk: "" };
  await expect(importWarung(officer, db, [fresh], ready)).rejects.toThrow(NotAllowed);
  const report = await importWarung(officer, db, [fresh], { status: "nominated" });
  expect(report).toMatchObject({ new: 1, wrong: [] });
});

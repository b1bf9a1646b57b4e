import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { hashPassword } from "#app/domain/accounts/password.server.ts";
import { findOwnQris, findQrisOf } from "#app/domain/payments/qris/find-warung-qris.server.ts";
import { readSticker } from "#app/domain/payments/qris/read-sticker.server.ts";
import { removeWarungQris } from "#app/domain/payments/qris/remove-warung-qris.server.ts";
import { setWarungQris } from "#app/domain/payments/qris/set-warung-qris.server.ts";
import { stopWarungQris } from "#app/domain/payments/qris/stop-warung-qris.server.ts";
import { BadInput, NotAllowed, StaleRecord } from "#app/lib/errors.ts";
import { aMarket } from "#tests/factories/market.ts";
import { aStaticQris } from "#tests/factories/qris.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const owner = market.budi.operator;
if (owner.kind !== "person") throw new Error("no owner");
const staff: Actor = {
  ...owner,
  memberships: owner.memberships.map((one) => (one.role === "operator" ? { ...one, isStaff: true } : one)),
};
const PASSWORD = "sandi-pak-budi-2026";
await db
  .updateTable("account")
  .set({ password_hash: await hashPassword(PASSWORD) })
  .where("id", "in", [owner.accountId, (market.ani.operator as typeof owner).accountId])
  .execute();
const { slug } = await db
  .selectFrom("warung")
  .select("slug")
  .where("id", "=", market.budi.id)
  .executeTakeFirstOrThrow();

const own = aStaticQris({ name: "WARUNG PAK BUDI", city: "BANDAR LAMPUNG", nmid: "ID1020026000001" });
const thief = aStaticQris({ name: "TOKO LAIN", city: "JAKARTA", nmid: "ID1020026999999" });

const told = async () =>
  (
    await db
      .selectFrom("message")
      .select(["subject", "body", "recipient_name"])
      .where("subject", "=", "QRIS warung berubah")
      .orderBy("id")
      .execute()
  ).map(({ body }) => body);

describe("a warung's QRIS", () => {
  it("is read first: whose it is, or what is wrong with it", async () => {
    expect(await readSticker(owner, { photo: undefined, text: own })).toMatchObject({
      name: "WARUNG PAK BUDI",
      city: "BANDAR LAMPUNG",
      nmid: "ID1020026000001",
    });
    await expect(readSticker(owner, { photo: undefined, text: "halo" })).rejects.toMatchObject({
      fields: { qris: /bukan QRIS/ },
    });
    await expect(readSticker(staff, { photo: undefined, text: own })).rejects.toThrow(NotAllowed);
  });

  it("is set by the owner alone, with their password", async () => {
    await expect(setWarungQris(staff, db, { text: own, password: PASSWORD })).rejects.toThrow(NotAllowed);
    await expect(setWarungQris(owner, db, { text: own, password: "salah" })).rejects.toThrow(BadInput);
    expect((await findOwnQris(db, owner)).current).toBeNull();
    await setWarungQris(owner, db, { text: own, password: PASSWORD });
    expect((await findOwnQris(db, owner)).current).toMatchObject({ name: "WARUNG PAK BUDI" });
  });

  it("is told of to the warung's own number and its officers, once for a form sent twice", async () => {
    const before = await told();
    expect(before.length).toBe(2);
    expect(before[0]).toMatch(/sekarang atas nama WARUNG PAK BUDI, BANDAR LAMPUNG \(ID1020026000001\)/);
    await setWarungQris(owner, db, { text: own, password: PASSWORD });
    expect(await told()).toEqual(before);
  });

  it("is replaced in the open: officers read what was before", async () => {
    await setWarungQris(owner, db, { text: thief, password: PASSWORD });
    const [toWarung, toOfficer] = (await told()).slice(-2);
    expect(toWarung).toMatch(/Bukan Anda\?/);
    expect(toOfficer).toMatch(/TOKO LAIN.+Sebelumnya: WARUNG PAK BUDI/);
    const { current, changes } = await findQrisOf(db, market.officer, slug);
    expect(current?.nmid).toBe("ID1020026999999");
    expect(changes.map(({ name, by }) => [name, by])).toEqual([
      ["TOKO LAIN", owner.name],
      ["WARUNG PAK BUDI", owner.name],
    ]);
    await expect(findQrisOf(db, market.foreignOfficer, slug)).rejects.toThrow(NotAllowed);
  });

  it("that another warung shows as well is pointed out to officers", async () => {
    await setWarungQris(market.ani.operator, db, { text: thief, password: PASSWORD });
    expect((await findQrisOf(db, market.officer, slug)).twins).toEqual([market.ani.name]);
  });

  it("is stopped by an officer of its regency, with a reason in the record, once", async () => {
    const reason = "nama di kode bukan pemilik warung";
    await expect(stopWarungQris(market.foreignOfficer, db, { slug, reason })).rejects.toThrow(NotAllowed);
    const both = await Promise.allSettled([
      stopWarungQris(market.officer, db, { slug, reason }),
      stopWarungQris(market.officer, db, { slug, reason }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: expect.any(StaleRecord) });
    expect((await findOwnQris(db, owner)).current).toBeNull();
    const records = await db
      .selectFrom("audit_log")
      .select("detail")
      .where("action", "=", "warung.stop-qris")
      .execute();
    expect(records).toEqual([{ detail: { before: "TOKO LAIN", reason } }]);
  });

  it("is taken away by its owner, with their password", async () => {
    await setWarungQris(owner, db, { text: own, password: PASSWORD });
    await expect(removeWarungQris(owner, db, { password: "salah" })).rejects.toThrow(BadInput);
    await removeWarungQris(owner, db, { password: PASSWORD });
    expect((await findOwnQris(db, owner)).current).toBeNull();
    expect((await told()).at(-1)).toMatch(/dihapus/);
  });
});

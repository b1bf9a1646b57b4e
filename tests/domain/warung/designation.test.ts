import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { withdrawOffers } from "#app/domain/orders/withdraw-offers.server.ts";
import { changeWarungData } from "#app/domain/warung/change-warung-data.server.ts";
import { designateWarung } from "#app/domain/warung/designate-warung.server.ts";
import { nominateWarung } from "#app/domain/warung/nominate-warung.server.ts";
import { resumeWarung } from "#app/domain/warung/resume-warung.server.ts";
import { returnNomination } from "#app/domain/warung/return-nomination.server.ts";
import { revokeDesignation } from "#app/domain/warung/revoke-designation.server.ts";
import { suspendWarung } from "#app/domain/warung/suspend-warung.server.ts";
import { BadInput, NotAllowed, StaleRecord } from "#app/lib/errors.ts";
import { aMarket, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, askedWarung, statusOf, walk } from "#tests/factories/order.ts";
import { aDesignatedWarung, aNomination, office } from "#tests/factories/warung.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const { officer, foreignOfficer } = market;
if (officer.kind !== "person") throw new Error("no officer");
const province: Actor = {
  ...officer,
  memberships: [{ role: "officer", regencyCode: null, name: "Provinsi Lampung" }],
};
const decree = { decreeNumber: "SK/12/2026", decreeDate: "2026-01-02" };
const row = (slug: string) =>
  db.selectFrom("warung").selectAll().where("slug", "=", slug).executeTakeFirstOrThrow();
const slugOf = async (id: number) =>
  (await db.selectFrom("warung").select("slug").where("id", "=", id).executeTakeFirstOrThrow()).slug;

describe("a nomination", () => {
  it("is made by the regency alone, told to the keeper, and written into the record", async () => {
    const data = aNomination();
    await expect(nominateWarung(foreignOfficer, db, data)).rejects.toThrow(NotAllowed);
    const slug = await nominateWarung(officer, db, data);
    expect(await row(slug)).toMatchObject({
      status: "nominated",
      regency_code: "18.71",
      decree_number: null,
    });
    await expect(nominateWarung(officer, db, { ...data, name: data.name.toUpperCase() })).rejects.toThrow(
      BadInput,
    );
    const told = await db.selectFrom("message").select("subject").where("mobile", "=", data.mobile).execute();
    expect(told).toEqual([{ subject: "Warung Anda diusulkan" }]);
    const audit = await db.selectFrom("audit_log").select("action").where("thing_key", "=", slug).execute();
    expect(audit).toEqual([{ action: "warung.nominate" }]);
  });

  it("is sent back by the province with a reason, put right, and waits once more", async () => {
    const data = aNomination();
    const slug = await nominateWarung(officer, db, data);
    await expect(returnNomination(officer, db, { slug, reason: "alamat kurang" })).rejects.toThrow(
      NotAllowed,
    );
    await returnNomination(province, db, { slug, reason: "alamat kurang" });
    await expect(designateWarung(province, db, { slug, ...decree })).rejects.toThrow(StaleRecord);
    await expect(changeWarungData(foreignOfficer, db, { slug, data })).rejects.toThrow(NotAllowed);
    await changeWarungData(officer, db, { slug, data: { ...data, address: "Jl. Teuku Umar 9, ruko 3" } });
    expect(await row(slug)).toMatchObject({ returned_reason: null, address: "Jl. Teuku Umar 9, ruko 3" });
    await designateWarung(province, db, { slug, ...decree });
    expect((await row(slug)).status).toBe("designated");
  });

  it("is found by name, keeper and village", async () => {
    const slug = await nominateWarung(officer, db, aNomination({ name: "Toko Sinar Jaya" }));
    expect((await row(slug)).search_text).toBe("toko sinar jaya bu sri kedaton kedaton");
  });
});

describe("a designation", () => {
  it("is the province's, by a decree that exists already", async () => {
    const slug = await nominateWarung(officer, db, aNomination());
    await expect(designateWarung(officer, db, { slug, ...decree })).rejects.toThrow(NotAllowed);
    await expect(
      designateWarung(province, db, { slug, ...decree, decreeDate: "2999-01-01" }),
    ).rejects.toThrow(BadInput);
    const twice = await Promise.allSettled([
      designateWarung(province, db, { slug, ...decree }),
      designateWarung(province, db, { slug, ...decree }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(twice.find((one) => one.status === "rejected")?.reason).toBeInstanceOf(StaleRecord);
  });

  it("makes the keeper its owner, or invites them when they have no account", async () => {
    const { id } = await aDesignatedWarung(db);
    const owners = await db.selectFrom("membership").select("position").where("warung_id", "=", id).execute();
    expect(owners).toEqual([{ position: "owner" }]);

    const data = aNomination();
    const slug = await nominateWarung(officer, db, data);
    await designateWarung(province, db, { slug, ...decree });
    const invited = await db
      .selectFrom("invitation")
      .select(["role", "position"])
      .where("mobile", "=", data.mobile)
      .execute();
    expect(invited).toEqual([{ role: "operator", position: "owner" }]);
    const { body } = await db
      .selectFrom("message")
      .select("body")
      .where("mobile", "=", data.mobile)
      .where("subject", "=", "Warung Anda ditetapkan")
      .executeTakeFirstOrThrow();
    expect(body).toMatch(/Daftar di Lapak Lampung/);
  });

  it("is revoked by the province: a nomination again, back with its regency", async () => {
    const { slug } = await aDesignatedWarung(db);
    await expect(revokeDesignation(officer, db, { slug, reason: "tutup usaha" })).rejects.toThrow(NotAllowed);
    await revokeDesignation(province, db, { slug, reason: "tutup usaha" });
    expect(await row(slug)).toMatchObject({
      status: "nominated",
      decree_number: null,
      ready_at: null,
      returned_reason: "Penetapan dicabut: tutup usaha",
    });
    await expect(revokeDesignation(province, db, { slug, reason: "tutup usaha" })).rejects.toThrow(
      StaleRecord,
    );
  });
});

describe("a suspension", () => {
  const suspend = (slug: string, actor: Actor = officer) =>
    suspendWarung(actor, db, { slug, reason: "pengaduan pembeli" });

  it("is refused while the warung holds orders, and names them", async () => {
    const order = await aPlacedOrder(db, [
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
    ]);
    const { warung } = await walk(db, market, order, "accepted");
    const slug = await slugOf(warung.id);
    await expect(suspend(slug, foreignOfficer)).rejects.toThrow(NotAllowed);
    await expect(suspend(slug)).rejects.toMatchObject({
      fields: { alasan: expect.stringContaining(order.code) },
    });
    expect((await row(slug)).status).toBe("ready");
    await db
      .updateTable("order")
      .set({ status: "cancelled", cancelled_reason: "uji", next_action: null, deadline_at: null })
      .where("id", "=", order.id)
      .execute();
  });

  it("sends what was not answered to the next warung, and comes back to where the gate stands", async () => {
    const order = await aPlacedOrder(db, [
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
    ]);
    const { warung } = await walk(db, market, order, "offered");
    const slug = await slugOf(warung.id);
    await suspend(slug);
    await withdrawOffers(db, warung.id);
    expect(await statusOf(db, order.id)).toBe("placed");
    await expect(acceptOrder(warung.operator, db, { code: order.code })).rejects.toThrow();
    const next = await walk(db, market, order, "offered");
    expect(next.warung.id).not.toBe(warung.id);
    expect((await askedWarung(db, order.id, market))?.id).toBe(next.warung.id);
    await resumeWarung(officer, db, { slug });
    expect((await row(slug)).status).toBe("ready");

    const fresh = await aDesignatedWarung(db);
    await suspend(fresh.slug);
    await resumeWarung(office, db, { slug: fresh.slug });
    expect((await row(fresh.slug)).status).toBe("designated");
  });

  it("happens once, however many press at the same moment", async () => {
    const { slug } = await aDesignatedWarung(db);
    const both = await Promise.allSettled([
      suspend(slug),
      revokeDesignation(province, db, { slug, reason: "tutup usaha" }),
      suspend(slug),
    ]);
    const { status } = await row(slug);
    expect(["suspended", "nominated"]).toContain(status);
    const done = both.filter((one) => one.status === "fulfilled").length;
    const recorded = await db
      .selectFrom("audit_log")
      .select("id")
      .where("thing_key", "=", slug)
      .where("action", "in", ["warung.suspend", "warung.revoke"])
      .execute();
    expect(recorded).toHaveLength(done);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { findUmkmPage } from "#app/domain/catalogue/find-umkm-page.server.ts";
import { editProfile } from "#app/domain/umkm/edit-profile.server.ts";
import { NotAllowed, NotLoggedIn, StaleRecord } from "#app/lib/errors.ts";
import { aMarket, type Market } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
beforeAll(async () => {
  market = await aMarket(db);
});

const about = "Sejak 1998, pisang kepok dari kebun sendiri.";
const mobile = "+6281272009999";
const umkmOf = (id: number) =>
  db
    .selectFrom("umkm")
    .select(["slug", "about", "mobile", "name"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

describe("what a verified seller tells of their business", () => {
  it("is read by buyers, and the new number is kept", async () => {
    await editProfile(market.siti.seller, db, { about, mobile });
    const { slug, ...kept } = await umkmOf(market.siti.id);
    expect(kept).toMatchObject({ about, mobile });
    expect(await findUmkmPage(db, slug, 1)).toMatchObject({ about });
  });

  it("leaves other businesses alone", async () => {
    const before = await umkmOf(market.yuni.id);
    await editProfile(market.siti.seller, db, { about, mobile });
    expect(await umkmOf(market.yuni.id)).toEqual(before);
  });

  it("can be emptied again", async () => {
    await editProfile(market.siti.seller, db, { about: "", mobile });
    expect((await umkmOf(market.siti.id)).about).toBe("");
  });

  it.each(["draft", "submitted", "returned", "suspended"])("stays as it is while %s", async (status) => {
    const { id: umkmId, seller } = market.yuni;
    const before = await umkmOf(umkmId);
    await db
      .updateTable("umkm")
      .set({ status, suspended_reason: status === "suspended" ? "uji" : null })
      .where("id", "=", umkmId)
      .execute();
    await expect(editProfile(seller, db, { about, mobile })).rejects.toThrow(StaleRecord);
    expect(await umkmOf(umkmId)).toEqual(before);
  });

  it("is the seller's own to tell", async () => {
    await expect(editProfile(guest, db, { about, mobile })).rejects.toThrow(NotLoggedIn);
    await expect(editProfile(market.officer, db, { about, mobile })).rejects.toThrow(NotAllowed);
  });
});

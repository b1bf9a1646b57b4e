import { describe, expect, it } from "vitest";
import { asOperator, asSeller, asWarungOwner } from "#app/domain/accounts/actor.ts";
import { chooseWorkplace } from "#app/domain/accounts/choose-workplace.server.ts";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { workplaces } from "#app/domain/accounts/workplaces.ts";
import { NotAllowed } from "#app/lib/errors.ts";
import { insertWarungMember } from "#db/queries/warung-people.ts";
import { anAccount, TEST_PASSWORD } from "../../factories/account.ts";
import { aMarket } from "../../factories/market.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
const { budi, ani, dedi, siti, yuni } = await aMarket(db);
const slugOf = async (table: "warung" | "umkm", id: number) =>
  (await db.selectFrom(table).select("slug").where("id", "=", id).executeTakeFirstOrThrow()).slug;
const slugs = {
  budi: await slugOf("warung", budi.id),
  ani: await slugOf("warung", ani.id),
  dedi: await slugOf("warung", dedi.id),
  yuni: await slugOf("umkm", yuni.id),
};

/** Keeps Pak Budi's warung, helps in Bu Ani's, and sells under two names. */
async function somebodyBusy() {
  const { id, mobile } = await anAccount(db, {
    memberships: [
      { role: "operator", warungId: budi.id, name: "", slug: "" },
      { role: "seller", umkmId: siti.id, name: "", slug: "" },
      { role: "seller", umkmId: yuni.id, name: "", slug: "" },
    ],
  });
  await db.transaction().execute((tx) => insertWarungMember(tx, id, ani.id, "staff"));
  const enter = () => logIn(db, { mobile, password: TEST_PASSWORD, address: mobile });
  const sessionToken = await enter();
  const actor = () => findActor(db, sessionToken);
  const choose = async (role: "seller" | "operator", slug: string) =>
    chooseWorkplace(await actor(), db, { role, slug, sessionToken });
  return { id, enter, actor, choose };
}

describe("somebody who works in several places", () => {
  it("acts for the first one, until another is chosen", async () => {
    const { actor, choose } = await somebodyBusy();
    expect(asOperator(await actor()).warung.warungId).toBe(budi.id);
    expect(asSeller(await actor()).umkm.umkmId).toBe(siti.id);
    await choose("operator", slugs.ani);
    expect(asOperator(await actor()).warung.warungId).toBe(ani.id);
    // the choice of a warung is none of a business
    expect(asSeller(await actor()).umkm.umkmId).toBe(siti.id);
    await choose("seller", slugs.yuni);
    expect(asSeller(await actor()).umkm.umkmId).toBe(yuni.id);
    expect(asOperator(await actor()).warung.warungId).toBe(ani.id);
    await choose("operator", slugs.budi);
    expect(asWarungOwner(await actor()).warung.warungId).toBe(budi.id);
  });

  it("has in each place the rights of that place", async () => {
    const { actor, choose } = await somebodyBusy();
    expect(asWarungOwner(await actor()).warung.warungId).toBe(budi.id);
    await choose("operator", slugs.ani);
    const helping = await actor();
    expect(() => asWarungOwner(helping)).toThrow(NotAllowed);
  });

  it("chooses for this device alone, and is shown the chosen one first", async () => {
    const { actor, choose, enter } = await somebodyBusy();
    const other = await enter();
    await choose("operator", slugs.ani);
    const names = async (found: Awaited<ReturnType<typeof actor>>) =>
      found.kind === "person" ? workplaces(found.memberships, "operator").map(({ slug }) => slug) : [];
    expect(await names(await actor())).toEqual([slugs.ani, slugs.budi]);
    expect(await names(await findActor(db, other))).toEqual([slugs.budi, slugs.ani]);
  });

  it("cannot choose a place that is not theirs, nor keep one that no longer is", async () => {
    const { id, actor, choose } = await somebodyBusy();
    await expect(choose("operator", slugs.dedi)).rejects.toThrow(NotAllowed);
    await expect(choose("seller", slugs.ani)).rejects.toThrow(NotAllowed);
    await choose("operator", slugs.ani);
    await db.deleteFrom("membership").where("account_id", "=", id).where("warung_id", "=", ani.id).execute();
    expect(asOperator(await actor()).warung.warungId).toBe(budi.id);
  });
});

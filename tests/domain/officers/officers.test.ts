import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { finishRegistration } from "#app/domain/accounts/finish-registration.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { startRegistration } from "#app/domain/accounts/start-registration.server.ts";
import { findOfficers } from "#app/domain/officers/find-officers.server.ts";
import { inviteOfficer } from "#app/domain/officers/invite-officer.server.ts";
import { removeOfficer } from "#app/domain/officers/remove-officer.server.ts";
import { BadInput, NotAllowed, StaleRecord } from "#app/lib/errors.ts";
import { anAccount, TEST_PASSWORD } from "../../factories/account.ts";
import { aCodeToken, codeIn } from "../../factories/code.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
const officer = (regencyCode: string | null, name: string) =>
  anAccount(db, { name, memberships: [{ role: "officer", regencyCode, name: "Dinas" }] });
const dewi = await officer(null, "Bu Dewi");
const ratna = await officer("18.71", "Bu Ratna");

const lineOf = async (name: string) =>
  (await findOfficers(db, dewi.actor)).officers.find((line) => line.name === name);

describe("officers", () => {
  it("are invited by the province alone", async () => {
    const given = { name: "Pak Joko", mobile: "+6281912340001", regencyCode: "18.09" };
    await expect(inviteOfficer(ratna.actor, db, given)).rejects.toThrow(NotAllowed);
    await expect(inviteOfficer(dewi.actor, db, { ...given, regencyCode: "31.71" })).rejects.toThrow(BadInput);
  });

  it("come in once they register with the number that was invited", async () => {
    const mobile = "+6281912340002";
    await inviteOfficer(dewi.actor, db, { name: "Pak Joko", mobile, regencyCode: "18.09" });
    expect(await lineOf("Pak Joko")).toMatchObject({ account_id: null, office: "Pesawaran" });
    const token = aCodeToken();
    await startRegistration(db, {
      token,
      name: "Joko Susilo",
      mobile,
      password: TEST_PASSWORD,
      address: mobile,
    });
    const session = await finishRegistration(db, { token, code: await codeIn(db, mobile), device: null });
    expect(await findActor(db, session)).toMatchObject({
      secondFactor: false,
      memberships: [{ role: "officer", regencyCode: "18.09" }],
    });
    expect(await lineOf("Pak Joko")).toBeUndefined();
  });

  it("with an account come in at once, and not twice", async () => {
    const { mobile, name } = await anAccount(db, { name: "Bu Mega" });
    const invite = () => inviteOfficer(dewi.actor, db, { name, mobile, regencyCode: "18.71" });
    await invite();
    expect(await lineOf("Bu Mega")).toMatchObject({ office: "Kota Bandar Lampung", second_factor: false });
    await expect(invite()).rejects.toThrow(BadInput);
  });

  it("lose their access and every session; what is gone is gone once", async () => {
    const joko = await officer("18.09", "Pak Tono");
    const session = await logIn(db, { mobile: joko.mobile, password: TEST_PASSWORD, address: "x" });
    const { id } = (await lineOf("Pak Tono"))!;
    await removeOfficer(dewi.actor, db, { membershipId: id });
    expect(await findActor(db, session)).toEqual({ kind: "guest" });
    await expect(removeOfficer(dewi.actor, db, { membershipId: id })).rejects.toThrow(StaleRecord);
  });

  it("of the province never remove the last one, not even both at once", async () => {
    const agus = await officer(null, "Pak Agus");
    const remove = async (actor: Actor, name: string) =>
      removeOfficer(actor, db, { membershipId: (await lineOf(name))!.id });
    const [mine, theirs] = await Promise.allSettled([
      remove(agus.actor, "Bu Dewi"),
      remove(dewi.actor, "Pak Agus"),
    ]);
    expect([mine.status, theirs.status].sort()).toEqual(["fulfilled", "rejected"]);
  });
});

import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { changePassword } from "#app/domain/accounts/change-password.server.ts";
import { changeProfile } from "#app/domain/accounts/change-profile.server.ts";
import { deviceName } from "#app/domain/accounts/device-name.ts";
import { endOtherSessions } from "#app/domain/accounts/end-other-sessions.server.ts";
import { endSession } from "#app/domain/accounts/end-session.server.ts";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { findProfile } from "#app/domain/accounts/find-profile.server.ts";
import { findSessions } from "#app/domain/accounts/find-sessions.server.ts";
import { finishMobileChange } from "#app/domain/accounts/finish-mobile-change.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { startMobileChange } from "#app/domain/accounts/start-mobile-change.server.ts";
import { BadInput, NotAllowed } from "#app/lib/errors.ts";
import { anAccount, TEST_PASSWORD } from "../../factories/account.ts";
import { aCodeToken, codeIn, lastMessage } from "../../factories/code.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();

const enter = (mobile: string, device: string | null = null) =>
  logIn(db, { mobile, password: TEST_PASSWORD, address: mobile, device });

describe("sessions", () => {
  it("are listed with their device, this one first, and end one by one or all the others at once", async () => {
    const { mobile } = await anAccount(db);
    const phone = await enter(
      mobile,
      deviceName("Mozilla/5.0 (Linux; Android 10) Chrome/120 Mobile Safari/537.36"),
    );
    const desk = await enter(mobile, "Firefox di Windows");
    const actor = await findActor(db, phone);
    const listed = await findSessions(db, actor, phone);
    expect(listed.map(({ device, current }) => [device, current])).toEqual([
      ["Chrome di Android", true],
      ["Firefox di Windows", false],
    ]);
    await endSession(actor, db, { id: listed[1]!.id });
    expect(await findActor(db, desk)).toEqual({ kind: "guest" });
    const again = await enter(mobile);
    await endOtherSessions(actor, db, { sessionToken: phone });
    expect(await findActor(db, again)).toEqual({ kind: "guest" });
    expect((await findActor(db, phone)).kind).toBe("person");
  });

  it("of somebody else cannot be ended", async () => {
    const mine = await anAccount(db);
    const theirs = await enter((await anAccount(db)).mobile);
    const other = await findSessions(db, await findActor(db, theirs), theirs);
    await endSession(mine.actor, db, { id: other[0]!.id });
    expect((await findActor(db, theirs)).kind).toBe("person");
  });

  it("note their use, but not at every page", async () => {
    const { mobile } = await anAccount(db);
    const token = await enter(mobile);
    await sql`update session set last_seen_at = now() - interval '6 minutes'
      where account_id = (select id from account where mobile = ${mobile})`.execute(db);
    const actor = await findActor(db, token);
    const age = async () => Date.now() - (await findSessions(db, actor, token))[0]!.last_seen_at.getTime();
    await expect.poll(age).toBeLessThan(60_000);
  });
});

describe("one's own account", () => {
  it("gets another password only for the old one, and other sessions end", async () => {
    const { actor, mobile } = await anAccount(db);
    const [here, there] = [await enter(mobile), await enter(mobile)];
    const change = (old: string) =>
      changePassword(actor, db, { old, password: "sambal seruit", sessionToken: here });
    await expect(change("bukan ini")).rejects.toThrow(BadInput);
    await change(TEST_PASSWORD);
    expect((await findActor(db, here)).kind).toBe("person");
    expect(await findActor(db, there)).toEqual({ kind: "guest" });
  });

  it("takes another e-mail address only with the password", async () => {
    const { actor } = await anAccount(db);
    const given = { name: "Wati Baru", email: "wati@contoh.id" };
    await expect(changeProfile(actor, db, { ...given, password: undefined })).rejects.toThrow(BadInput);
    await changeProfile(actor, db, { ...given, password: TEST_PASSWORD });
    await changeProfile(actor, db, { ...given, name: "Wati Lagi", password: undefined });
    expect(await findProfile(db, actor)).toMatchObject({ name: "Wati Lagi", email: "wati@contoh.id" });
  });
});

describe("another number", () => {
  async function asked(actor: Actor, mobile: string): Promise<string> {
    const token = aCodeToken();
    await startMobileChange(actor, db, { token, mobile, password: TEST_PASSWORD, address: mobile });
    return token;
  }

  it("is taken over by its code, and the old one is told", async () => {
    const { actor, mobile: old } = await anAccount(db);
    const mobile = "+6281650000001";
    const token = await asked(actor, mobile);
    await finishMobileChange(actor, db, { token, code: await codeIn(db, mobile) });
    expect(await lastMessage(db, old)).toMatch(/memakai nomor lain \(berakhiran 0001\)/);
    expect(await enter(mobile)).toBeTruthy();
    await expect(enter(old)).rejects.toThrow(BadInput);
  });

  it("that has an account gets no code", async () => {
    const [mine, taken] = [await anAccount(db), await anAccount(db)];
    const token = await asked(mine.actor, taken.mobile);
    expect(await lastMessage(db, taken.mobile)).toMatch(/sudah punya akun sendiri/);
    await expect(finishMobileChange(mine.actor, db, { token, code: "000000" })).rejects.toThrow(BadInput);
  });

  it("goes to nobody else, though they hold token and code", async () => {
    const [mine, thief] = [await anAccount(db), await anAccount(db)];
    const mobile = "+6281650000002";
    const token = await asked(mine.actor, mobile);
    const code = await codeIn(db, mobile);
    await expect(finishMobileChange(thief.actor, db, { token, code })).rejects.toThrow(NotAllowed);
  });
});

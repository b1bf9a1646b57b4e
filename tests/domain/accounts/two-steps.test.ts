import { expect, it } from "vitest";
import { asPerson } from "#app/domain/accounts/actor.ts";
import { changePassword } from "#app/domain/accounts/change-password.server.ts";
import { confirmSecondFactor } from "#app/domain/accounts/confirm-second-factor.server.ts";
import { confirmTotp } from "#app/domain/accounts/confirm-totp.server.ts";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { findSecondFactor } from "#app/domain/accounts/find-second-factor.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { prepareTotp } from "#app/domain/accounts/prepare-totp.server.ts";
import { renewRecoveryCodes } from "#app/domain/accounts/renew-recovery-codes.server.ts";
import { totpCode } from "#app/domain/accounts/totp.server.ts";
import { turnOffTotp } from "#app/domain/accounts/turn-off-totp.server.ts";
import { BadInput, NotAllowed, SecondFactorNeeded, StaleRecord } from "#app/lib/errors.ts";
import { anAccount, TEST_PASSWORD } from "../../factories/account.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
const codeNow = (secret: string) => totpCode(secret, new Date());

/** Somebody who has just logged in; `setUp` goes through the page as they would. */
async function somebody(role: "officer" | "resident" = "resident") {
  const { mobile } = await anAccount(db, {
    memberships: role === "officer" ? [{ role, regencyCode: "18.71", name: "Dinas" }] : [],
  });
  const enter = () => logIn(db, { mobile, password: TEST_PASSWORD, address: mobile });
  const sessionToken = await enter();
  const actor = await findActor(db, sessionToken);
  const setUp = async () => {
    const { secret } = (await prepareTotp(db, actor))!;
    const code = codeNow(secret);
    return { secret, code, codes: await confirmTotp(actor, db, { code, sessionToken }) };
  };
  return { actor, enter, sessionToken, setUp, again: () => findActor(db, sessionToken) };
}

it("shows the same secret until its code is right, and proves this session with it", async () => {
  const { actor, sessionToken, setUp, again } = await somebody("officer");
  const secret = (await prepareTotp(db, actor))!.secret;
  const wrong = codeNow(secret) === "000000" ? "111111" : "000000";
  await expect(confirmTotp(actor, db, { code: wrong, sessionToken })).rejects.toThrow(BadInput);
  expect((await prepareTotp(db, actor))!.secret).toBe(secret);
  const { codes } = await setUp();
  expect(new Set(codes).size).toBe(10);
  expect(await again()).toMatchObject({ secondFactor: true });
  expect(await prepareTotp(db, await again())).toBeUndefined();
  expect(await findSecondFactor(db, actor)).toEqual({ isSetUp: true, recoveryCodesLeft: 10 });
});

it("shows another secret after a new password: whoever was in before may have seen the old one", async () => {
  const { actor, sessionToken } = await somebody();
  const seen = (await prepareTotp(db, actor))!.secret;
  await changePassword(actor, db, { old: TEST_PASSWORD, password: "sandi baru sekali", sessionToken });
  expect((await prepareTotp(db, actor))!.secret).not.toBe(seen);
});

it("is asked for at the next log-in, of everyone who set it up", async () => {
  const { enter, setUp } = await somebody();
  const { codes } = await setUp();
  const sessionToken = await enter();
  const owing = await findActor(db, sessionToken);
  expect(() => asPerson(owing)).toThrow(SecondFactorNeeded);
  await confirmSecondFactor(owing, db, { code: codes[0]!, sessionToken });
  expect(asPerson(await findActor(db, sessionToken)).secondFactor).toBe(true);
});

it("sent twice, gives codes that work, and lets no other code replace them", async () => {
  const { actor, enter, sessionToken, setUp } = await somebody();
  const { secret, code, codes: unread } = await setUp();
  const codes = await confirmTotp(actor, db, { code, sessionToken });
  const other = totpCode(secret, new Date(Date.now() + 30_000));
  await expect(confirmTotp(actor, db, { code: other, sessionToken })).rejects.toThrow(StaleRecord);
  const next = await enter();
  const owing = await findActor(db, next);
  const show = (code: string) => confirmSecondFactor(owing, db, { code, sessionToken: next });
  await expect(show(unread[0]!)).rejects.toThrow(BadInput);
  await show(codes[0]!);
});

it("gives new recovery codes for the password, and those before hold no more", async () => {
  const { enter, setUp, again } = await somebody();
  const { codes: before } = await setUp();
  const actor = await again();
  await expect(renewRecoveryCodes(actor, db, { password: "bukan" })).rejects.toThrow(BadInput);
  const codes = await renewRecoveryCodes(actor, db, { password: TEST_PASSWORD });
  const sessionToken = await enter();
  const owing = await findActor(db, sessionToken);
  await expect(confirmSecondFactor(owing, db, { code: before[3]!, sessionToken })).rejects.toThrow(BadInput);
  await confirmSecondFactor(owing, db, { code: codes[3]!, sessionToken });
});

it("is turned off by its owner's password, but not by an officer", async () => {
  const resident = await somebody();
  await resident.setUp();
  await turnOffTotp(await resident.again(), db, { password: TEST_PASSWORD });
  expect(await findActor(db, await resident.enter())).not.toHaveProperty("owesSecondFactor");
  const officer = await somebody("officer");
  await officer.setUp();
  await expect(turnOffTotp(await officer.again(), db, { password: TEST_PASSWORD })).rejects.toThrow(
    NotAllowed,
  );
});

import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { asOfficer } from "#app/domain/accounts/actor.ts";
import { confirmSecondFactor } from "#app/domain/accounts/confirm-second-factor.server.ts";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { hashPassword } from "#app/domain/accounts/password.server.ts";
import { newRecoveryCode, recoveryCodeHash } from "#app/domain/accounts/recovery-code.server.ts";
import { newTotpSecret, totpCode, totpStep } from "#app/domain/accounts/totp.server.ts";
import { BadInput, SecondFactorNeeded, TooManyTries } from "#app/lib/errors.ts";
import { seal } from "#app/lib/secret-box.server.ts";
import { updateTotp } from "#db/queries/second-factor.ts";
import { untilCodesStay } from "#tests/support/clock.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let people = 0;

/** An officer with an authenticator, freshly logged in. */
async function anOfficer() {
  const mobile = `+62811999${String(1000 + ++people)}`;
  const secret = newTotpSecret();
  const { id } = await db
    .insertInto("account")
    .values({ mobile, name: "Bu Uji", password_hash: await hashPassword("sandi-uji") })
    .returning("id")
    .executeTakeFirstOrThrow();
  await sql`insert into membership (account_id, role) values (${id}, 'officer')`.execute(db);
  await db.transaction().execute((tx) => updateTotp(tx, id, seal("totp", secret)));
  const token = await logIn(db, { mobile, password: "sandi-uji", address: `10.0.0.${people}` });
  const actor = await findActor(db, token);
  const confirm = (code: string) => confirmSecondFactor(actor, db, { code, sessionToken: token });
  return { id, secret, token, actor, confirm, again: () => findActor(db, token) };
}

const at = (seconds: number) => new Date(Date.now() + seconds * 1000);

it("agrees with the standard's own example (RFC 6238, appendix B)", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(totpCode(secret, new Date(59_000))).toBe("287082");
  expect(totpStep(secret, "287082", new Date(59_000))).toBe(1);
});

it("keeps an officer from the desk until the code is right", async () => {
  const officer = await anOfficer();
  expect(() => asOfficer(officer.actor)).toThrow(SecondFactorNeeded);
  await expect(officer.confirm("000000")).rejects.toThrow(BadInput);
  expect(() => asOfficer(officer.actor)).toThrow(SecondFactorNeeded);
  await officer.confirm(totpCode(officer.secret, new Date()));
  expect(asOfficer(await officer.again()).regencyCode).toBeNull();
});

it("takes the code of a clock one step off, and none of two", async () => {
  const officer = await anOfficer();
  await untilCodesStay();
  await expect(officer.confirm(totpCode(officer.secret, at(-90)))).rejects.toThrow(BadInput);
  await officer.confirm(totpCode(officer.secret, at(-30)));
});

it("takes a code once, even when it comes five times at once", async () => {
  const officer = await anOfficer();
  const code = totpCode(officer.secret, new Date());
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => officer.confirm(code)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

it("opens by a recovery code once, however it is typed", async () => {
  const officer = await anOfficer();
  const code = newRecoveryCode();
  await db
    .insertInto("recovery_code")
    .values({ account_id: officer.id, code_hash: recoveryCodeHash(code)! })
    .execute();
  await officer.confirm(` ${code.toLowerCase().replace("-", " ")} `);
  expect((await officer.again()) as Actor & { secondFactor: boolean }).toMatchObject({ secondFactor: true });
  await expect(officer.confirm(code)).rejects.toThrow(BadInput);
});

it("stops listening after six wrong codes, even to the right one", async () => {
  const officer = await anOfficer();
  for (let tries = 0; tries < 6; tries++) await expect(officer.confirm("111111")).rejects.toThrow(BadInput);
  await expect(officer.confirm(totpCode(officer.secret, new Date()))).rejects.toThrow(TooManyTries);
});

it("does not help another session of the same person", async () => {
  const officer = await anOfficer();
  const { mobile } = await db
    .selectFrom("account")
    .select("mobile")
    .where("id", "=", officer.id)
    .executeTakeFirstOrThrow();
  const other = await logIn(db, { mobile, password: "sandi-uji", address: "10.0.1.1" });
  await officer.confirm(totpCode(officer.secret, new Date()));
  expect(await findActor(db, other)).toMatchObject({ secondFactor: false });
});

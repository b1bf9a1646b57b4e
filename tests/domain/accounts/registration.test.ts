import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { finishPasswordReset } from "#app/domain/accounts/finish-password-reset.server.ts";
import { finishRegistration } from "#app/domain/accounts/finish-registration.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { resendCode } from "#app/domain/accounts/resend-code.server.ts";
import { startPasswordReset } from "#app/domain/accounts/start-password-reset.server.ts";
import { startRegistration } from "#app/domain/accounts/start-registration.server.ts";
import { BadInput, TooManyTries } from "#app/lib/errors.ts";
import { aCodeToken, codeIn, lastMessage } from "../../factories/code.ts";
import { aMarket } from "../../factories/market.ts";
import { aPlacedOrder } from "../../factories/order.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const PASSWORD = "kopi robusta pagi";

let running = 0;
const aMobile = () => `+62815${String(40_000_000 + ++running)}`;

/** Asks for a code as a new browser at its own address. */
async function asked(mobile: string, token = aCodeToken(), address = mobile): Promise<string> {
  await startRegistration(db, { token, name: "Wati Lestari", mobile, password: PASSWORD, address });
  return token;
}

const finish = (token: string, code: string) => finishRegistration(db, { token, code, device: null });

async function accountOf(mobile: string) {
  return db.selectFrom("account").selectAll().where("mobile", "=", mobile).execute();
}

/** Lets the minutes pass for what was sent to this number. */
async function later(mobile: string, minutes: number): Promise<void> {
  await sql`update verification_code set created_at = created_at - make_interval(mins => ${minutes}),
    expires_at = expires_at - make_interval(mins => ${minutes}) where mobile = ${mobile}`.execute(db);
}

describe("registering", () => {
  it("makes the account only when the code is right, and opens a session", async () => {
    const mobile = aMobile();
    const token = await asked(mobile);
    expect(await accountOf(mobile)).toEqual([]);
    const session = await finish(token, await codeIn(db, mobile));
    expect(await findActor(db, session)).toMatchObject({ kind: "person", name: "Wati Lestari", mobile });
    expect(await logIn(db, { mobile, password: PASSWORD, address: mobile })).toBeTruthy();
  });

  it("does not take a wrong code, and after five of them not the right one either", async () => {
    const mobile = aMobile();
    const token = await asked(mobile);
    const code = await codeIn(db, mobile);
    const wrong = code === "000000" ? "111111" : "000000";
    for (let tries = 0; tries < 5; tries++) await expect(finish(token, wrong)).rejects.toThrow(BadInput);
    await expect(finish(token, code)).rejects.toThrow(BadInput);
    expect(await accountOf(mobile)).toEqual([]);
  });

  it("does not take a code after ten minutes", async () => {
    const mobile = aMobile();
    const token = await asked(mobile);
    await later(mobile, 11);
    await expect(finish(token, await codeIn(db, mobile))).rejects.toThrow(BadInput);
  });

  it("takes only the newest code of a number, and no code with another browser's token", async () => {
    const mobile = aMobile();
    const token = await asked(mobile);
    const first = await codeIn(db, mobile);
    await expect(finish(aCodeToken(), first)).rejects.toThrow(BadInput);
    await later(mobile, 2);
    expect(await resendCode(db, { purpose: "register", token, address: mobile })).toBe(true);
    const second = await codeIn(db, mobile);
    if (first !== second) await expect(finish(token, first)).rejects.toThrow(BadInput);
    expect(await finish(token, second)).toBeTruthy();
  });

  it("sends one code for a form that is sent twice", async () => {
    const mobile = aMobile();
    const token = aCodeToken();
    await Promise.all([asked(mobile, token), asked(mobile, token)]);
    const { rows } = await sql`select 1 from message where mobile = ${mobile}`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it("makes one account of a code that is sent in twice at once, and lets both in", async () => {
    const mobile = aMobile();
    const token = await asked(mobile);
    const code = await codeIn(db, mobile);
    const sessions = await Promise.all([finish(token, code), finish(token, code)]);
    const people = await Promise.all(sessions.map((session) => findActor(db, session)));
    expect(people[0]).toEqual(people[1]);
    expect(await accountOf(mobile)).toHaveLength(1);
  });

  it("tells a number that has an account only by message, and gives no code", async () => {
    const mobile = aMobile();
    await finish(await asked(mobile), await codeIn(db, mobile));
    const token = await asked(mobile);
    expect(await lastMessage(db, mobile)).toMatch(/sudah punya akun/);
    await expect(finish(token, "000000")).rejects.toThrow(BadInput);
  });

  it("refuses passwords that are guessed first", async () => {
    for (const password of ["pendek", "Password123", "bbbbbbbbbb", "081540001234"]) {
      const given = { token: aCodeToken(), name: "Wati", mobile: "+6281540001234", address: "x", password };
      await expect(startRegistration(db, given)).rejects.toThrow(BadInput);
    }
  });

  it("sends four codes an hour to a number, from whichever address", async () => {
    const mobile = aMobile();
    for (let sent = 0; sent < 4; sent++) await asked(mobile, aCodeToken(), `rumah ${sent}`);
    await expect(asked(mobile, aCodeToken(), "rumah lain")).rejects.toThrow(TooManyTries);
  });
});

describe("what was written down under the number", () => {
  it("is joined: guests' orders, invitations, and places that nobody keeps", async () => {
    const mobile = aMobile();
    const order = await aPlacedOrder(db, [
      { item: { stapleId: market.riceId, regencyCode: "18.71" }, quantity: 1 },
    ]);
    await sql`update checkout set buyer_mobile = ${mobile} from "order" o
      where o.checkout_id = checkout.id and o.code = ${order.code}`.execute(db);
    await sql`update umkm set mobile = ${mobile}`.execute(db);
    await sql`delete from membership where umkm_id = ${market.siti.id}`.execute(db);
    await sql`insert into invitation (mobile, name, role, warung_id)
      values (${mobile}, 'Wati', 'operator', ${market.budi.id})`.execute(db);

    const person = await findActor(db, await finish(await asked(mobile), await codeIn(db, mobile)));
    const { rows } = await sql<{ account_id: number }>`
      select account_id from checkout where buyer_mobile = ${mobile}`.execute(db);
    expect(person).toMatchObject({
      accountId: rows[0]!.account_id,
      memberships: [
        { role: "operator", warungId: market.budi.id },
        { role: "seller", umkmId: market.siti.id },
      ],
    });
  });
});

describe("a forgotten password", () => {
  it("is replaced by the code, and every other session ends", async () => {
    const mobile = aMobile();
    const before = await finish(await asked(mobile), await codeIn(db, mobile));
    const token = aCodeToken();
    await startPasswordReset(db, { token, mobile, address: mobile });
    const code = await codeIn(db, mobile);
    const given = { token, code, device: null };
    await expect(finishPasswordReset(db, { ...given, password: "12345678" })).rejects.toThrow(BadInput);
    const session = await finishPasswordReset(db, { ...given, password: "teh tarik sore" });
    expect(await findActor(db, session)).toMatchObject({ mobile });
    expect(await findActor(db, before)).toEqual({ kind: "guest" });
    await expect(logIn(db, { mobile, password: PASSWORD, address: mobile })).rejects.toThrow(BadInput);
    expect(await logIn(db, { mobile, password: "teh tarik sore", address: mobile })).toBeTruthy();
  });

  it("gives no code to a number without an account", async () => {
    const mobile = aMobile();
    await startPasswordReset(db, { token: aCodeToken(), mobile, address: mobile });
    expect(await lastMessage(db, mobile)).toMatch(/belum punya akun/);
  });
});

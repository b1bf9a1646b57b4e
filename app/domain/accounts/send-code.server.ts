import { randomInt } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { findAccountByMobile } from "#db/queries/accounts.ts";
import { hasCodeSince, insertCode, lockCodesOf } from "#db/queries/codes.ts";
import { addMinutes, now } from "../../lib/clock.ts";
import { fingerprint } from "../../lib/secret.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { type CodePurpose, codeMessage, noCodeMessage } from "./code-message.ts";
import { CODE_MINUTES, CODES_PER_HOUR, RESEND_SECONDS } from "./code-rules.ts";
import { limitTries } from "./limit-tries.server.ts";

export type CodeRequest = {
  readonly purpose: CodePurpose;
  /** of the browser that asks; it finds the code again by it */
  readonly token: string;
  /** E.164 */
  readonly mobile: string;
  /** whose number changes */
  readonly accountId?: number | undefined;
  /** what a registration becomes once the code is right */
  readonly name?: string | undefined;
  readonly passwordHash?: string | undefined;
  /** network address, for the limit */
  readonly address: string;
};

/** What is kept of the token in the browser's cookie. */
export function codeTokenHash(token: string): Buffer {
  return fingerprint("code-token", token);
}

/** What is kept of a code: worth nothing without the browser's token. */
export function codeHash(token: string, code: string): Buffer {
  return fingerprint("code", `${token}:${code}`);
}

/**
 * Sends a six-digit code to a number, once per minute and browser however often the form is sent. Whether the number
 * has an account is told only to the number itself: where there is no code to give, the message says why.
 * @throws TooManyTries when the number or the address has had its codes of this hour
 */
export async function sendCode(db: Db, request: CodeRequest): Promise<void> {
  const { purpose, token, mobile, address } = request;
  const asked = {
    purpose,
    tokenHash: codeTokenHash(token),
    mobile,
    accountId: request.accountId ?? null,
    name: request.name ?? null,
    passwordHash: request.passwordHash ?? null,
  };
  const justNow = addMinutes(now(), -RESEND_SECONDS / 60);
  if (await hasCodeSince(db, asked, justNow)) return;
  await limitTries(
    db,
    { what: "kode:nomor", by: mobile, most: CODES_PER_HOUR.number, minutes: 60 },
    { what: "kode:alamat", by: address, most: CODES_PER_HOUR.address, minutes: 60 },
  );
  await db.transaction().execute(async (tx) => {
    await lockCodesOf(tx, mobile);
    if (await hasCodeSince(tx, asked, justNow)) return;
    const holder = await findAccountByMobile(tx, mobile);
    const isGiven = purpose === "password" ? holder !== undefined : holder === undefined;
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const id = await insertCode(tx, {
      ...asked,
      // no digits match the empty code
      codeHash: codeHash(token, isGiven ? code : ""),
      expiresAt: addMinutes(now(), CODE_MINUTES),
    });
    await sendMessage(tx, {
      key: `code:${id}`,
      ...(isGiven ? codeMessage(purpose, code) : noCodeMessage(purpose)),
      to: { name: holder?.name ?? request.name ?? "Pemilik nomor", mobile },
      secret: true,
      regencyCode: null,
    });
  });
}

import { expect } from "vitest";
import { totpCode } from "#app/domain/accounts/totp.server.ts";
import { CAST_PASSWORD, CAST_TOTP_SECRET } from "#db/seed/cast.ts";
import type { App } from "./app.ts";
import { Visitor } from "./request.ts";

/** Somebody of the cast, logged in without a browser; an officer with the second factor (one log-in per officer). */
export async function logInAs(app: App, mobile: string): Promise<Visitor> {
  const visitor = new Visitor(app.url);
  const { location } = await visitor.post("/masuk", { no_hp: mobile, kata_sandi: CAST_PASSWORD });
  await visitor.post("/masuk/kode", { kode: totpCode(CAST_TOTP_SECRET, new Date()) });
  expect((await visitor.get(location ?? "/masuk")).status).toBe(200);
  return visitor;
}

import { expect, it } from "vitest";
import { parseEnv } from "#app/lib/env.server.ts";
import { payingOrigins } from "#app/web/http/paying-origins.ts";
import { contentSecurityPolicy } from "#app/web/http/security-headers.ts";

const KEYS = { STRIPE_SECRET_KEY: "sk_test_12345678", STRIPE_WEBHOOK_SECRET: "whsec_12345678" };

it("lets forms lead to the provider's page only where cards are taken", () => {
  expect(payingOrigins(parseEnv({}))).toEqual([]);
  expect(payingOrigins(parseEnv(KEYS))).toEqual(["https://checkout.stripe.com"]);
  expect(payingOrigins(parseEnv({ ...KEYS, STRIPE_API_BASE: "http://127.0.0.1:12111" }))).toEqual([
    "http://127.0.0.1:12111",
  ]);
  expect(contentSecurityPolicy("n")).toContain("form-action 'self';");
  expect(contentSecurityPolicy("n", ["https://checkout.stripe.com"])).toContain(
    "form-action 'self' https://checkout.stripe.com;",
  );
});

it("does not start with a key that could not hear the provider", () => {
  expect(() => parseEnv({ STRIPE_SECRET_KEY: KEYS.STRIPE_SECRET_KEY })).toThrow("STRIPE_WEBHOOK_SECRET");
});

import "#tests/support/stripe-shop.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { CARD_LEAST, CARD_MOST, cardObstacle } from "#app/domain/payments/card/card-limits.ts";
import {
  cancelIntent,
  captureIntent,
  closeSession,
  createRefund,
  createSession,
  findDispute,
  findIntent,
  findRefundFor,
  findSession,
  type NewSession,
  readEvent,
} from "#app/domain/payments/card/stripe.server.ts";
import { BadSignature, ProviderRefused, ProviderUnreachable } from "#app/lib/errors.ts";
import { stripe } from "#tests/support/stripe-shop.ts";

let last = 0;
const wanted = (changes: Partial<NewSession> = {}): NewSession => ({
  cardPaymentId: ++last,
  attempt: 1,
  amount: 45_000,
  title: "Pesanan LL-7K3M9Q",
  expiresAt: new Date(Date.now() + 31 * 60_000),
  successUrl: "http://lapak.test/pesanan/LL-7K3M9Q?k=rahasia&kartu=kembali",
  cancelUrl: "http://lapak.test/pesanan/LL-7K3M9Q?k=rahasia",
  ...changes,
});

/** A card that is held for Rp45.000. */
async function aHold(): Promise<{ intentId: string; cardPaymentId: number; attempt: number }> {
  const asked = wanted();
  const { id } = await createSession(asked);
  stripe.pay(id);
  const { intentId } = await findSession(id);
  return { intentId: intentId!, cardPaymentId: asked.cardPaymentId, attempt: 1 };
}

beforeEach(() => stripe.mend());

describe("amounts", () => {
  it("are whole rupiah here and hundredths there", async () => {
    const { id } = await createSession(wanted());
    expect(stripe.sessions.get(id)?.amount).toBe(4_500_000);
    stripe.pay(id);
    const { intentId } = await findSession(id);
    expect(await findIntent(intentId!)).toMatchObject({
      status: "requires_capture",
      capturable: 45_000,
      fee: null,
    });
  });

  it("are refused in words before the provider would", () => {
    expect(cardObstacle(CARD_LEAST)).toBeUndefined();
    expect(cardObstacle(CARD_MOST)).toBeUndefined();
    expect(cardObstacle(CARD_LEAST - 1)).toContain("Rp10.000");
    expect(cardObstacle(CARD_MOST + 1)).toContain("bayar tunai atau QRIS");
  });

  it("at both ends are taken", async () => {
    for (const amount of [CARD_LEAST, CARD_MOST])
      expect((await createSession(wanted({ amount }))).url).toBeTruthy();
    await expect(createSession(wanted({ amount: 5_000 }))).rejects.toBeInstanceOf(ProviderRefused);
  });
});

describe("one page per row and try", () => {
  it("however often it is asked for, also after an answer that was lost", async () => {
    const asked = wanted();
    stripe.goWrong(/POST .*sessions$/, "lost");
    const first = await createSession(asked);
    const second = await createSession(asked);
    expect(second).toEqual(first);
    expect(
      [...stripe.sessions.values()].filter((one) => one.reference === String(asked.cardPaymentId)),
    ).toHaveLength(1);
  });

  it("is closed for good", async () => {
    const { id } = await createSession(wanted());
    expect(await closeSession(id)).toMatchObject({ status: "expired", url: null });
    expect(stripe.pay(id)).toBeUndefined();
    expect(await closeSession(id)).toMatchObject({ status: "expired" });
  });

  it("stays complete when somebody paid before it was closed", async () => {
    const { id } = await createSession(wanted());
    stripe.pay(id);
    expect(await closeSession(id)).toMatchObject({ status: "complete" });
  });
});

describe("a hold", () => {
  it("is captured once for a part of it, and tells what the provider kept", async () => {
    const { intentId, ...card } = await aHold();
    const { cardPaymentId } = card;
    stripe.goWrong(/capture$/, "lost");
    const captured = await captureIntent(intentId, { ...card, amount: 30_000 });
    expect(captured).toMatchObject({ status: "succeeded", received: 30_000, fee: 6_020 });
    expect(stripe.charged(cardPaymentId)).toBe(30_000);
    await expect(captureIntent(intentId, { ...card, amount: 45_000 })).rejects.toBeInstanceOf(
      ProviderRefused,
    );
    await expect(cancelIntent(intentId, card)).rejects.toBeInstanceOf(ProviderRefused);
  });

  it("is let go", async () => {
    const { intentId, ...card } = await aHold();
    const { cardPaymentId } = card;
    expect(await cancelIntent(intentId, card)).toMatchObject({ status: "canceled" });
    expect(stripe.held(cardPaymentId)).toBe(0);
  });

  it("gives money back once, and finds again what it gave", async () => {
    const { intentId, ...card } = await aHold();
    const { cardPaymentId } = card;
    await captureIntent(intentId, { ...card, amount: 45_000 });
    expect(await findRefundFor(intentId, 71)).toBeUndefined();
    const asked = { refundId: 71, attempt: 1, amount: 5_000 };
    const made = await createRefund(intentId, asked);
    expect(made).toMatchObject({ status: "succeeded", failure: null });
    expect(await createRefund(intentId, asked)).toEqual(made);
    expect(await findRefundFor(intentId, 71)).toEqual(made);
    expect(stripe.charged(cardPaymentId)).toBe(40_000);
  });

  it("that is disputed tells what was taken away", async () => {
    const { intentId, ...card } = await aHold();
    await captureIntent(intentId, { ...card, amount: 45_000 });
    const { id } = stripe.dispute(intentId);
    expect(await findDispute(id)).toMatchObject({
      status: "needs_response",
      amount: 45_000,
      withdrawn: 45_000,
    });
    stripe.endDispute(id, "won");
    expect(await findDispute(id)).toMatchObject({ status: "won", withdrawn: 0, fee: 250_000 });
  });
});

it("tells 'try again' from 'no'", async () => {
  stripe.goWrong(/./, "away", 2);
  await expect(createSession(wanted())).rejects.toBeInstanceOf(ProviderUnreachable);
  stripe.goWrong(/./, "before", 2);
  await expect(createSession(wanted())).rejects.toBeInstanceOf(ProviderUnreachable);
  await expect(findSession("cs_nothing")).rejects.toBeInstanceOf(ProviderRefused);
});

describe("what comes to the webhook", () => {
  const event = stripe.event("payment_intent.succeeded", { id: "pi_1", object: "payment_intent" });
  const { body, headers } = stripe.signed(event.body);
  const signature = headers["Stripe-Signature"]!;

  it("is read when the provider signed exactly these bytes", () => {
    expect(readEvent(Buffer.from(body), signature)).toEqual({
      id: event.id,
      type: "payment_intent.succeeded",
      objectId: "pi_1",
    });
  });

  it("is refused otherwise", () => {
    for (const [bytes, signed] of [
      [`${body} `, signature],
      [body.replace("pi_1", "pi_2"), signature],
      [body, ""],
      [body, signature.replace(/v1=../, "v1=00")],
      ["", signature],
    ] as const)
      expect(() => readEvent(Buffer.from(bytes), signed)).toThrow(BadSignature);
  });
});

import { describe, expect, it } from "vitest";
import { shortageDeadline } from "#app/domain/orders/shortage-deadline.ts";
import { isNoDearer, shortageOutcome } from "#app/domain/orders/shortage-outcome.ts";

/** A moment of 25 November 2026 (or a day later), WIB. */
const at = (time: string, day = 25) => new Date(`2026-11-${day}T${time.replace(".", ":")}:00+07:00`);

describe("the time to answer", () => {
  it.each([
    ["an hour of the day", at("10.00"), at("20.00"), at("11.00")],
    ["no hour of the night", at("20.30"), at("16.00", 26), at("07.30", 26)],
    ["less when the warung has to pack", at("13.20"), at("16.00"), at("14.00")],
    ["a quarter of an hour, however late it is", at("15.30"), at("16.00"), at("15.45")],
  ])("is %s", (_, now, promiseUntil, deadline) => {
    expect(shortageDeadline(promiseUntil, now)).toEqual(deadline);
  });
});

describe("what an answer would cost", () => {
  const order = {
    delivery_fee: 5_000,
    lines: [
      { id: 1, umkm_id: 10, price: 18_000, quantity: 3 },
      { id: 2, umkm_id: null, price: 13_500, quantity: 2 },
    ],
    sellers: [
      { umkm_id: 10, first_leg_fee: 4_000, status: "confirmed" },
      { umkm_id: 30, first_leg_fee: 9_000, status: "unavailable" },
    ],
  };
  const missing = {
    order_line_id: 1,
    pieces: 2,
    substitute_price: 15_000,
    substitute_quantity: 2,
    substitute_umkm_id: 10,
  };

  it("counts what is left, the substitute, and the way of each seller who still comes", () => {
    expect(shortageOutcome(order, missing)).toEqual({ dropped: 54_000, substituted: 84_000, left: 3 });
  });

  it("spares the way of a seller of whom nothing is left, and charges none for one who comes anew", () => {
    const all = { ...missing, pieces: 3, substitute_quantity: 1 };
    expect(shortageOutcome(order, all)).toEqual({ dropped: 32_000, substituted: 51_000, left: 2 });
    expect(shortageOutcome(order, { ...all, substitute_umkm_id: 20 }).substituted).toBe(47_000);
    expect(shortageOutcome(order, { ...all, substitute_umkm_id: 30 }).substituted).toBe(47_000);
  });

  it("knows no substitute where none was named", () => {
    const none = { ...missing, substitute_price: null, substitute_quantity: null, substitute_umkm_id: null };
    expect(shortageOutcome(order, none).substituted).toBeNull();
    expect(isNoDearer({ ...none, price: 18_000 })).toBe(false);
  });

  it("compares the whole price of the pieces, not that of one", () => {
    expect(isNoDearer({ ...missing, price: 15_000 })).toBe(true);
    expect(isNoDearer({ ...missing, price: 18_000, substitute_quantity: 3 })).toBe(false);
  });
});

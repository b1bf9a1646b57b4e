import { describe, expect, it } from "vitest";
import { type Origin, reachOf, splitCart } from "#app/domain/checkout/split-cart.ts";
import { firstLegFee } from "#app/domain/warung/first-leg-fee.ts";
import { KEDATON } from "#tests/factories/market.ts";

const from = (made_in_district_code: string, regency_code: string): Origin => ({
  staple_id: null,
  made_in_district_code,
  regency_code,
});
const rice: Origin = { staple_id: 1, made_in_district_code: null, regency_code: null };
const neighbour = from("18.71.01", "18.71");
const sameCity = from("18.71.10", "18.71");
const pesawaran = from("18.09.03", "18.09");
/** WIB */
const morning = new Date("2026-11-24T09:00:00+07:00");
const night = new Date("2026-11-24T21:00:00+07:00");

describe("how far goods come", () => {
  it("is told by the codes of district and regency, compared whole", () => {
    expect(reachOf(rice, KEDATON)).toBe("here");
    expect(reachOf(neighbour, KEDATON)).toBe("district");
    expect(reachOf(sameCity, KEDATON)).toBe("regency");
    expect(reachOf(from("18.71.0", "18.7"), KEDATON)).toBe("province");
    expect(reachOf(pesawaran, KEDATON)).toBe("province");
  });
});

describe("one basket", () => {
  const parts = (lines: Origin[], at: Date) =>
    splitCart(lines, KEDATON, { now: at, calendar: new Map() }).map((part) => [
      part.lines,
      part.promise.until.toISOString(),
    ]);

  it("is one order when everything comes from near, promised by the farthest", () => {
    expect(parts([rice, neighbour], morning)).toEqual([[[rice, neighbour], "2026-11-24T09:00:00.000Z"]]);
  });

  it("is two orders when some goods can come today and others must first reach the warung", () => {
    expect(parts([pesawaran, rice, sameCity, neighbour], morning)).toEqual([
      [[rice, neighbour], "2026-11-24T09:00:00.000Z"],
      [[pesawaran, sameCity], "2026-11-28T13:00:00.000Z"],
    ]);
  });

  it("is one order when all of it comes from far", () => {
    expect(parts([pesawaran, sameCity], morning)).toHaveLength(1);
  });

  it("is one order at night, when nothing leaves today and one trip tomorrow brings both", () => {
    expect(parts([rice, sameCity], night)).toEqual([[[rice, sameCity], "2026-11-25T13:00:00.000Z"]]);
    expect(parts([rice, pesawaran], night)).toHaveLength(2);
  });

  it("is one empty part when there is nothing in it", () => {
    expect(parts([], morning)).toHaveLength(1);
  });
});

describe("bringing goods to the warung", () => {
  it("costs nothing within the district", () => {
    expect(firstLegFee(3_000, 20_000, true)).toBe(0);
  });

  it("grows with distance band and each kilogram begun", () => {
    expect(firstLegFee(10_000, 1, false)).toBe(2_000);
    expect(firstLegFee(10_001, 1_000, false)).toBe(5_000);
    expect(firstLegFee(30_000, 1_001, false)).toBe(6_000);
    expect(firstLegFee(90_000, 3_000, false)).toBe(13_000);
    expect(firstLegFee(250_000, 500, false)).toBe(14_000);
  });

  it("is that of the second band where the warung's place is not known", () => {
    expect(firstLegFee(null, 500, false)).toBe(5_000);
  });
});

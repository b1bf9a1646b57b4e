import { describe, expect, it } from "vitest";
import { deliveryFee } from "#app/domain/warung/delivery-fee.ts";
import { promiseFor, promiseText } from "#app/domain/warung/delivery-window.ts";

const wib = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+07:00`);

describe("the promise", () => {
  it("keeps a same-day promise only while there is time for it", () => {
    expect(promiseFor("here", wib(24, "09:00")).until).toEqual(wib(24, "12:00"));
    expect(promiseFor("here", wib(24, "10:01")).until).toEqual(wib(24, "16:00"));
    expect(promiseFor("district", wib(24, "09:00")).until).toEqual(wib(24, "16:00"));
    expect(promiseFor("district", wib(24, "16:01")).until).toEqual(wib(25, "12:00"));
    expect(promiseFor("here", wib(24, "23:59")).until).toEqual(wib(25, "12:00"));
  });

  it("takes a day from the same regency and two to four from elsewhere", () => {
    expect(promiseText(promiseFor("regency", wib(24, "09:00")), wib(24, "09:00"))).toBe(
      "Besok, sebelum 20.00",
    );
    expect(promiseText(promiseFor("province", wib(24, "09:00")), wib(24, "09:00"))).toBe("Kamis–Sabtu");
    expect(promiseText(promiseFor("here", wib(24, "00:30")), wib(24, "00:30"))).toBe(
      "Hari ini, sebelum 12.00",
    );
  });

  it("takes the place of the window it ends with", () => {
    const { until, windowStart } = promiseFor("regency", wib(24, "09:00"));
    expect(until.getTime() - windowStart.getTime()).toBe(4 * 3_600_000);
  });
});

describe("the delivery fee", () => {
  const table = [
    { up_to_m: 5_000, fee: 8_000 },
    { up_to_m: 2_000, fee: 5_000 },
  ];
  it("is that of the first step that reaches, and the highest beyond or when the distance is unknown", () => {
    expect(deliveryFee(table, 0)).toBe(5_000);
    expect(deliveryFee(table, 2_000)).toBe(5_000);
    expect(deliveryFee(table, 2_001)).toBe(8_000);
    expect(deliveryFee(table, 50_000)).toBe(8_000);
    expect(deliveryFee(table, null)).toBe(8_000);
    expect(deliveryFee([], 10)).toBe(0);
  });
});

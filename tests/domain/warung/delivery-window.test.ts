import { describe, expect, it } from "vitest";
import type { Calendar } from "#app/domain/calendar/calendar.ts";
import { deliveryFee } from "#app/domain/warung/delivery-fee.ts";
import { promiseFor, promisesFor, promiseText, promiseWithin } from "#app/domain/warung/delivery-window.ts";

const NO_HOLIDAYS: Calendar = new Map();
const wib = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+07:00`);

describe("the promise", () => {
  it("keeps a same-day promise only while there is time for it", () => {
    expect(promiseFor("here", wib(24, "09:00"), NO_HOLIDAYS).until).toEqual(wib(24, "12:00"));
    expect(promiseFor("here", wib(24, "10:01"), NO_HOLIDAYS).until).toEqual(wib(24, "16:00"));
    expect(promiseFor("district", wib(24, "09:00"), NO_HOLIDAYS).until).toEqual(wib(24, "16:00"));
    expect(promiseFor("district", wib(24, "16:01"), NO_HOLIDAYS).until).toEqual(wib(25, "12:00"));
    expect(promiseFor("here", wib(24, "23:59"), NO_HOLIDAYS).until).toEqual(wib(25, "12:00"));
  });

  it("takes a day from the same regency and two to four from elsewhere", () => {
    expect(promiseText(promiseFor("regency", wib(24, "09:00"), NO_HOLIDAYS), wib(24, "09:00"))).toBe(
      "Besok, sebelum 20.00",
    );
    expect(promiseText(promiseFor("province", wib(24, "09:00"), NO_HOLIDAYS), wib(24, "09:00"))).toBe(
      "Kamis–Sabtu",
    );
    expect(promiseText(promiseFor("here", wib(24, "00:30"), NO_HOLIDAYS), wib(24, "00:30"))).toBe(
      "Hari ini, sebelum 12.00",
    );
  });

  it("skips holidays for what a seller has to bring, and not for a warung's own shelf", () => {
    const holidays: Calendar = new Map([
      ["2026-11-24", "Hari Raya"],
      ["2026-11-26", "Cuti bersama"],
    ]);
    const at = wib(24, "09:00");
    expect(promiseFor("here", at, holidays).until).toEqual(wib(24, "12:00"));
    expect(promiseFor("district", at, holidays).until).toEqual(wib(25, "12:00"));
    expect(promiseFor("regency", at, holidays).until).toEqual(wib(25, "20:00"));
    expect(promiseText(promiseFor("province", at, holidays), at)).toBe("Jumat–Minggu");
    const overHoliday: Calendar = new Map([["2026-11-25", "Hari Raya"]]);
    expect(promiseFor("regency", at, overHoliday).until).toEqual(wib(26, "20:00"));
  });

  it("goes on to later windows and days, in order", () => {
    const first = (reach: "here" | "province", count: number) =>
      [...promisesFor(reach, wib(24, "13:00"), NO_HOLIDAYS)].slice(0, count).map(({ until }) => until);
    expect(first("here", 4)).toEqual([
      wib(24, "16:00"),
      wib(24, "20:00"),
      wib(25, "12:00"),
      wib(25, "16:00"),
    ]);
    expect(first("province", 2)).toEqual([wib(28, "20:00"), wib(29, "20:00")]);
  });

  it("is told with dates when a weekday alone would mislead", () => {
    const promise = { from: wib(24, "08:00"), until: wib(28, "20:00") };
    expect(promiseText(promise, wib(22, "09:00"))).toBe("Selasa–Sabtu");
    expect(promiseWithin(promise, wib(22, "09:00"))).toBe("Selasa–Sabtu");
    expect(promiseWithin(promiseFor("here", wib(24, "09:00"), NO_HOLIDAYS), wib(24, "09:00"))).toBe(
      "hari ini, sebelum 12.00",
    );
    expect(promiseText(promise, wib(18, "09:00"))).toBe("Selasa 24 Nov – Sabtu 28 Nov");
    expect(promiseText(promise, wib(25, "09:00"))).toBe("Selasa 24 Nov – Sabtu 28 Nov");
  });

  it("takes the place of the window it ends with", () => {
    const { until, windowStart } = promiseFor("regency", wib(24, "09:00"), NO_HOLIDAYS);
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

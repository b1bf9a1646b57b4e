import { describe, expect, it } from "vitest";
import { filterText, rankText } from "#app/domain/orders/explain-rank.ts";
import { type CandidateFacts, rankWarung } from "#app/domain/orders/rank-warung.ts";

const now = new Date("2026-11-24T10:00:00+07:00");
const basket = { now, promiseUntil: new Date("2026-11-24T16:00:00+07:00"), chosenWarungId: null };
const allDay = Array.from({ length: 7 }, () => ({ opens: 0, closes: 1440 }));

const warung = (warungId: number, facts: Partial<CandidateFacts> = {}): CandidateFacts => ({
  warungId,
  name: `Warung ${warungId}`,
  mobile: "+6281272000001",
  status: "ready",
  times: { week: allDay, holidays: [], pausedUntil: null },
  serves: true,
  offersPickup: true,
  takes: ["cash"],
  asked: false,
  staplesOut: [],
  staplesFew: 0,
  distanceM: 1_000,
  sameVillage: false,
  sameDistrict: false,
  windowHeld: 0,
  windowCapacity: 10,
  heldToday: 0,
  capacityToday: 30,
  ordersThisMonth: 0,
  ...facts,
});

/** Who of two comes first; the lower id would win a draw, so the better one gets the higher. */
const winner = (
  worse: Partial<CandidateFacts>,
  better: Partial<CandidateFacts>,
  chosenWarungId: number | null = null,
) => rankWarung([warung(1, worse), warung(2, better)], { ...basket, chosenWarungId })[0]!.warungId;

describe("the ranking: the first difference decides", () => {
  it.each([
    ["same village before nearer elsewhere", { distanceM: 100 }, { sameVillage: true, distanceM: 3_000 }],
    [
      "the nearer one, wherever the border of the district runs",
      { sameDistrict: true, distanceM: 3_000 },
      { distanceM: 1_900 },
    ],
    ["a nearer 1 km band before less load", { distanceM: 2_000 }, { distanceM: 1_999, heldToday: 29 }],
    ["ada before sedikit, even when farther", { distanceM: 10, staplesFew: 1 }, { distanceM: 1_900 }],
    ["fewer sedikit before more", { staplesFew: 2 }, { staplesFew: 1 }],
    [
      "a lighter quarter of load inside a band",
      { distanceM: 10, heldToday: 8 },
      { distanceM: 900, heldToday: 7 },
    ],
    [
      "fewer orders this month inside a quarter",
      { ordersThisMonth: 21 },
      { heldToday: 7, ordersThisMonth: 20 },
    ],
    ["coordinates before none", { distanceM: null, sameVillage: true }, { distanceM: 40_000 }],
  ])("%s", (_name, worse, better) => {
    expect(winner(worse, better)).toBe(2);
  });

  it("does not send an order far for what is only short nearby", () => {
    expect(winner({ distanceM: 3_100 }, { distanceM: 10, staplesFew: 2 })).toBe(2);
  });

  it("puts the buyer's own choice before everything", () => {
    expect(winner({ sameVillage: true }, { distanceM: null, staplesFew: 3 }, 2)).toBe(2);
  });

  it("falls back on the id, so that it is the same each time", () => {
    expect(winner({}, {})).toBe(1);
  });
});

describe("a fair share of the month", () => {
  const share = (ordersThisMonth: number, distanceM: number) => ({ ordersThisMonth, distanceM });

  it("lets who has fewer orders than the others bring it from somewhat farther", () => {
    // 10 % above and below the average: 3 km each
    expect(winner(share(110, 100), share(90, 5_000))).toBe(2);
    expect(winner(share(90, 7_200), share(110, 100))).toBe(2);
  });

  it("sends nobody farther than 12 km more, however small their share", () => {
    expect(winner(share(1_000, 100), share(0, 11_900))).toBe(2);
    expect(winner(share(0, 13_100), share(1_000, 100))).toBe(2);
  });

  it("counts as the month begins by orders, not by percents of hardly any", () => {
    expect(winner(share(0, 2_700), share(1, 100))).toBe(2);
  });

  it("compares with those only who could bring this order", () => {
    const paused = warung(9, { status: "paused", ordersThisMonth: 10_000 });
    const [first] = rankWarung([warung(1, share(110, 100)), warung(2, share(90, 5_000)), paused], basket);
    expect(first).toMatchObject({ warungId: 2, overShare: -10 });
  });
});

describe("the filter", () => {
  it("asks only those who take the way of paying that was chosen", () => {
    const shops = [warung(1, { takes: ["cash"] }), warung(2, { takes: ["cash", "qris"], distanceM: 9_000 })];
    const asked = (payment?: "cash" | "qris") =>
      rankWarung(shops, { ...basket, payment })
        .filter(({ rank }) => rank !== null)
        .map(({ warungId }) => warungId);
    expect(asked()).toEqual([1, 2]);
    expect(asked("cash")).toEqual([1, 2]);
    expect(asked("qris")).toEqual([2]);
  });

  it.each([
    ["not_ready", { status: "paused" }],
    ["not_serving", { serves: false }],
    ["closed", { times: { week: Array(7).fill(null), holidays: [], pausedUntil: null } }],
    ["payment", { takes: [] }],
    ["already_asked", { asked: true }],
    ["staple_out", { staplesOut: ["Telur Ayam"] }],
    ["full", { windowHeld: 10 }],
  ] as const)("takes out by %s, keeps the candidate and says why", (rule, facts) => {
    const [first, second] = rankWarung([warung(1, facts), warung(2, { distanceM: 30_000 })], basket);
    expect(first).toMatchObject({ warungId: 2, rank: 1, filteredBy: null });
    expect(second).toMatchObject({ warungId: 1, rank: null, filteredBy: rule });
    expect(filterText(second!)).toBeTruthy();
    expect(filterText(first!)).toBeUndefined();
  });
});

it("says why in words", () => {
  const [judged] = rankWarung([warung(1, { sameVillage: true, heldToday: 4 })], basket);
  expect(rankText(judged!, true)).toBe(
    "satu desa/kelurahan dengan pembeli, semua sembako ada, 4 pesanan hari ini",
  );
  const [fewer, more] = rankWarung(
    [warung(1, { ordersThisMonth: 120 }), warung(2, { ordersThisMonth: 80 })],
    basket,
  );
  expect(rankText(fewer!, false)).toBe(
    "1 km dari pembeli, 0 pesanan hari ini, pesanan bulan ini 20 % di bawah rata-rata warung lain",
  );
  expect(rankText(more!, false)).toContain("20 % di atas rata-rata");
  const { overShare: _share, ...older } = fewer!;
  expect(rankText(older, false)).toBe("1 km dari pembeli, 0 pesanan hari ini");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planRound, type RoundStop, roundLength } from "#app/domain/orders/delivery/plan-round.ts";
import type { Point } from "#app/lib/distance.ts";

const warung: Point = { latitude: -5.38, longitude: 105.26 };

const stop = (name: string, changes: Partial<RoundStop> = {}) => ({
  name,
  point: warung,
  villageCode: name,
  rt: null,
  rw: null,
  street: "Jl. Uji 1",
  late: false,
  ...changes,
});
const east = (steps: number): Point => ({ latitude: -5.38, longitude: 105.26 + steps / 100 });
const namesOf = (stops: readonly { readonly name: string }[]) => stops.map(({ name }) => name).join(" ");

describe("a round", () => {
  it("goes along a road, not to and fro", () => {
    const stops = [3, 1, 4, 2].map((steps) => stop(`v${steps}`, { point: east(steps) }));
    expect(["v1 v2 v3 v4", "v4 v3 v2 v1"]).toContain(namesOf(planRound(warung, stops)));
  });

  it("brings first what is late, with everything else of that village", () => {
    const stops = [
      stop("near", { point: east(1) }),
      stop("far", { point: east(5), villageCode: "far" }),
      stop("far-late", { point: east(5), villageCode: "far", late: true }),
    ];
    const names = namesOf(planRound(warung, stops));
    expect(names.endsWith("near")).toBe(true);
  });

  it("takes the houses of one village by RW, RT and street", () => {
    const house = (name: string, rw: string, rt: string, street: string) =>
      stop(name, { villageCode: "one", rw, rt, street });
    const stops = [
      house("d", "002", "001", "Jl. A 1"),
      house("c", "001", "002", "Jl. A 1"),
      house("b", "001", "001", "Jl. A 10"),
      house("a", "001", "001", "Jl. A 2"),
    ];
    expect(namesOf(planRound(warung, stops))).toBe("a b c d");
  });

  it("leaves what nobody can place for the end, and plans without knowing the warung's own place", () => {
    const stops = [
      stop("lost", { point: null }),
      stop("v2", { point: east(2) }),
      stop("v1", { point: east(1) }),
    ];
    expect(namesOf(planRound(null, stops)).endsWith("lost")).toBe(true);
    expect(planRound(null, [])).toEqual([]);
  });
});

describe("any round", () => {
  const aPoint = fc.record({
    latitude: fc.double({ min: -6.4, max: -3.6, noNaN: true }),
    longitude: fc.double({ min: 103.6, max: 105.9, noNaN: true }),
  });
  // an address book: one village, one place
  const aVillage = fc.record({ point: fc.option(aPoint), late: fc.boolean() });
  const aTrip = fc.array(aVillage, { minLength: 1, maxLength: 9 }).chain((villages) =>
    fc
      .array(
        fc.record({ at: fc.nat({ max: villages.length - 1 }), rt: fc.constantFrom(null, "001", "002") }),
        {
          maxLength: 16,
        },
      )
      .map((orders) =>
        orders.map(({ at, rt }, number) =>
          stop(`o${number}`, {
            villageCode: `v${at}`,
            point: villages[at]!.point,
            late: villages[at]!.late,
            rt,
          }),
        ),
      ),
  );

  it("has every order once, and is no longer than the order as given with the late ones first", () => {
    fc.assert(
      fc.property(aTrip, (stops) => {
        const round = planRound(warung, stops);
        expect(new Set(round)).toEqual(new Set(stops));
        expect(round).toHaveLength(stops.length);
        const lengthOf = (some: readonly RoundStop[]) =>
          roundLength(
            warung,
            some.flatMap(({ point }) => point ?? []),
          );
        const naive = [...stops.filter(({ late }) => late), ...stops.filter(({ late }) => !late)];
        // distances are those of a flat map drawn anew for each pair: a thousandth is theirs
        expect(lengthOf(round)).toBeLessThanOrEqual(lengthOf(naive) * 1.001 + 1);
        const known = round.filter(({ point }) => point !== null);
        expect(known.map(({ late }) => late)).toEqual(
          [...known.map(({ late }) => late)].sort((a, b) => +b - +a),
        );
      }),
      { numRuns: 300 },
    );
  });
});

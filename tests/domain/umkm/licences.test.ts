import { expect, it } from "vitest";
import { licences } from "#app/domain/umkm/licences.ts";

it("reads a P-IRT's year from its last two digits, and shows only what is there", () => {
  const found = licences({ pirt: "206187101001229", halal: "ID18110000123", bpom: null });
  expect(found.map(({ text }) => text)).toEqual(["P-IRT s.d. 2029", "Halal"]);
  expect(licences({ pirt: null, halal: null, bpom: null })).toEqual([]);
});

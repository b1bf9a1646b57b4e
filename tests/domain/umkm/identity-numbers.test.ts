import { describe, expect, it } from "vitest";
import {
  type ApplicationFacts,
  applicationChecklist,
  isComplete,
} from "#app/domain/umkm/application-checklist.ts";
import { maskNumber, nibProblem, nikProblem, pirtProblem } from "#app/domain/umkm/identity-numbers.ts";

const NOW = new Date("2026-11-24T03:00:00Z");

describe("an owner's NIK", () => {
  it.each([
    ["a man's birth date", "1871011203850004"],
    ["a woman's day plus 40", "1871015203850004"],
    ["another province's region", "3273015203850004"],
    ["29 February", "1871012902880001"],
  ])("may have %s", (_, nik) => expect(nikProblem(nik)).toBeUndefined());

  it.each([
    ["15 digits", "187101120385000"],
    ["letters", "18710112038500o4"],
    ["day 32", "1871013203850004"],
    ["a woman's day 72", "1871017203850004"],
    ["day 0", "1871010003850004"],
    ["month 13", "1871011213850004"],
    ["31 April", "1871013104850004"],
    ["serial number 0000", "1871011203850000"],
  ])("is refused with %s, without being repeated", (_, nik) => {
    const problem = nikProblem(nik);
    expect(problem).toBeDefined();
    expect(problem).not.toContain(nik);
  });

  it("shows only its ends", () => expect(maskNumber("1871011203850004")).toBe("1871••••••••0004"));
});

it("an NIB has 13 digits", () => {
  expect(nibProblem("9120001234567")).toBeUndefined();
  expect(nibProblem("912000123456")).toBeDefined();
});

it("a P-IRT holds to the end of the year in its last two digits (WIB)", () => {
  expect(pirtProblem("206187101123426", NOW)).toBeUndefined();
  expect(pirtProblem("206187101123425", NOW)).toContain("2025");
  expect(pirtProblem("206187101123426", new Date("2026-12-31T16:59:00Z"))).toBeUndefined();
  expect(pirtProblem("206187101123426", new Date("2026-12-31T17:01:00Z"))).toContain("2026");
});

describe("the check list", () => {
  const complete: ApplicationFacts = {
    name: "Keripik Bu Siti",
    kind: "UMKM",
    mobile: "+6281272000001",
    category_slug: null,
    kbli: null,
    about: "",
    owner_name: "Siti",
    has_nik: true,
    nib: "9120001234567",
    village_code: "18.71.01.1003",
    address: "Jl. Uji 1",
    pirt: null,
    halal: null,
    bpom: null,
    bank_code: "002",
    bank_account_last4: "6789",
    bank_account_holder: "Siti",
    documents: ["ktp", "nib", "place"],
  };
  const missing = (facts: Partial<ApplicationFacts>) =>
    applicationChecklist({ ...complete, ...facts }, NOW)
      .filter((point) => point.missing)
      .map((point) => point.key);

  it("is complete without licences, category, KBLI and a text about the business", () => {
    expect(isComplete(applicationChecklist(complete, NOW))).toBe(true);
  });

  it("names each required point that is missing", () => {
    expect(
      missing({ owner_name: "", has_nik: false, nib: null, address: "", bank_account_last4: null }),
    ).toEqual(["owner", "nik", "address", "nib", "bank"]);
    expect(missing({ documents: [] })).toEqual(["ktp_photo", "nib_photo", "place_photo"]);
  });

  it("asks for a licence's photo only when its number is given", () => {
    expect(missing({ pirt: "206187101123429", halal: "ID18110000123456", bpom: "MD123456789012" })).toEqual([
      "pirt_photo",
      "halal_photo",
      "bpom_photo",
    ]);
  });

  it("holds back a P-IRT that ran out after it was saved", () => {
    expect(missing({ pirt: "206187101123424", documents: ["ktp", "nib", "place", "pirt"] })).toEqual([
      "pirt",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { type CheckedFacts, formatChecks } from "#app/domain/umkm/format-checks.ts";
import { TEST_NIK } from "#tests/factories/umkm.ts";

const GOOD: CheckedFacts = {
  nib: "9120123456789",
  nik: TEST_NIK,
  mobile: "+6281272000001",
  kbli: "10794",
  kbliTitle: "Industri Kerupuk, Keripik, Peyek dan Sejenisnya",
  kbliEdition: 2020,
  pirt: "206187101001229",
  halal: "ID18110000123456",
  bpom: "MD231234567890",
};
const today = new Date("2026-11-24T05:00:00Z");
const of = (label: string, changes: Partial<CheckedFacts> = {}) =>
  formatChecks({ ...GOOD, ...changes }, today).find((check) => check.label === label);

describe("format checks", () => {
  it("find nothing wrong with good numbers, and say what they tell", () => {
    expect(formatChecks(GOOD, today).map((check) => check.ok)).toEqual(Array(7).fill(true));
    expect(of("P-IRT")?.why).toContain("2029");
    expect(of("KBLI")?.why).toBe("Industri Kerupuk, Keripik, Peyek dan Sejenisnya (KBLI 2020)");
    expect(of("NIB")?.value).toBe("9120 1234 56789");
  });

  it.each([
    ["NIB", { nib: "912012345678" }, "13 angka"],
    ["NIK", { nik: "1871019913850003" }, "tanggal lahir"],
    ["NIK", { nik: "187101" }, "16 angka"],
    ["P-IRT", { pirt: "206187101001225" }, "2025"],
    ["Halal", { halal: "18110000123456" }, "ID"],
    ["BPOM MD", { bpom: "ML231234567890" }, "MD"],
    ["KBLI", { kbliTitle: null }, "tidak ada dalam daftar"],
    ["Nomor HP", { mobile: "+62721123" }, "bukan nomor HP"],
  ] as const)("tell what is wrong with %s", (label, changes, words) => {
    const check = of(label, changes);
    expect(check?.ok).toBe(false);
    expect(check?.why).toContain(words);
  });

  it("ask for NIB, NIK and number, and for nothing else", () => {
    const none = { nib: null, nik: null, kbli: null, pirt: null, halal: null, bpom: null };
    const checks = formatChecks({ ...GOOD, ...none }, today);
    expect(checks.filter((check) => check.ok === false).map((check) => check.label)).toEqual(["NIK", "NIB"]);
    expect(checks.filter((check) => check.ok === null)).toHaveLength(4);
  });

  it("never give a whole NIK away, right or wrong", () => {
    for (const nik of [TEST_NIK, "1871019913850003"])
      expect(JSON.stringify(formatChecks({ ...GOOD, nik }, today))).not.toContain(nik);
  });
});

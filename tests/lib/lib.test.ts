import { describe, expect, it } from "vitest";
import { momentText, relativeDayText, startOfDayWib, timeText, weekdayWib } from "#app/lib/clock.ts";
import { BadEnvironment, parseEnv } from "#app/lib/env.server.ts";
import { mobileText, parseMobile } from "#app/lib/mobile.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { open, seal } from "#app/lib/secret-box.server.ts";
import { slugify } from "#app/lib/slug.ts";
import { localPath } from "#app/web/local-path.ts";

it("writes rupiah the way people do here", () => {
  expect(rupiah(12_500)).toBe("Rp12.500");
  expect(rupiah(-5_000)).toBe("−Rp5.000");
  expect(rupiah(0)).toBe("Rp0");
});

describe("time is WIB whatever the machine's zone", () => {
  const lateEvening = new Date("2026-11-23T17:30:00Z");
  it("turns the day at 17.00 UTC", () => {
    expect(startOfDayWib(lateEvening)).toEqual(new Date("2026-11-23T17:00:00Z"));
    expect(timeText(lateEvening)).toBe("00.30");
    expect(weekdayWib(lateEvening)).toBe(2);
    expect(relativeDayText(new Date("2026-11-24T18:00:00Z"), lateEvening)).toBe("besok");
    expect(momentText(new Date("2026-11-25T01:00:00Z"), lateEvening)).toBe("25 Nov 08.00");
  });
});

describe("mobile numbers", () => {
  it.each(["0812-3456-7890", "+62 812 3456 7890", "6281234567890", "0812 3456 7890"])("reads %s", (typed) => {
    expect(parseMobile(typed)).toBe("+6281234567890");
  });
  it.each(["", "021-555", "0721 123456", "abc", "0812", "😀"])("refuses %s", (typed) => {
    expect(parseMobile(typed)).toBeUndefined();
  });
  it("shows them as people read them", () => {
    expect(mobileText("+6281234567890")).toBe("0812-3456-7890");
  });
});

describe("the environment", () => {
  it("names each wrong variable", () => {
    expect(() => parseEnv({ PORT: "abc", DATABASE_URL: "mysql://x" })).toThrow(BadEnvironment);
    expect(() => parseEnv({ PORT: "abc", DATABASE_URL: "mysql://x" })).toThrow(/PORT[\s\S]*DATABASE_URL/);
    expect(() => parseEnv({ SESSION_SECRET: "short" })).toThrow(/SESSION_SECRET/);
  });
  it("takes an empty variable as not set", () => {
    const parsed = parseEnv({ PORT: "", DATABASE_URL: "" });
    expect(parsed.PORT).toBe(3000);
    expect(parsed.DATABASE_URL).toBeUndefined();
  });
});

it("opens what it sealed, and nothing that was altered", () => {
  const sealed = seal("nik", "1871010101900003");
  expect(open("nik", sealed)).toBe("1871010101900003");
  expect(sealed.toString("latin1")).not.toContain("1871010101900003");
  sealed[sealed.length - 1]! ^= 1;
  expect(() => open("nik", sealed)).toThrow();
  expect(() => open("other", seal("nik", "x"))).toThrow();
});

it("makes slugs that are never empty", () => {
  expect(slugify('Kopi Robusta "Petik Merah" 200 g')).toBe("kopi-robusta-petik-merah-200-g");
  expect(slugify("😀")).toBe("tanpa-nama");
});

it("goes back only to pages of its own", () => {
  expect(localPath("/produk?q=kopi", "/")).toBe("/produk?q=kopi");
  for (const foreign of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    null,
    "",
  ]) {
    expect(localPath(foreign, "/")).toBe("/");
  }
});

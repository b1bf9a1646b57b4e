import { describe, expect, it } from "vitest";
import { localPath } from "#app/web/local-path.ts";

describe("where to go back to", () => {
  it.each(["/produk", "/penjual/produk?q=kopi", "/a//b"])("is the path %s", (given) => {
    expect(localPath(given, "/awal")).toBe(given);
  });

  it.each([
    "https://jahat.example",
    "//jahat.example",
    "/\\jahat.example",
    "/.//jahat.example",
    "/..//jahat.example",
    "/%2e//jahat.example",
    "/x/..//jahat.example",
    "/.\\/jahat.example",
    "/\t/jahat.example",
    "javascript:alert(1)",
    "",
    `/${"a".repeat(600)}`,
  ])("is never another site: %s", (given) => {
    expect(localPath(given, "/awal")).toBe("/awal");
  });
});

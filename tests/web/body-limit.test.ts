import { expect, it } from "vitest";
import { bodyLimit } from "#app/web/http/read-request.ts";

const PHOTO = 4 * 1024 * 1024;

it("takes a guest's photos where they complain, and nowhere else", () => {
  expect(bodyLimit("/pesanan/LL-7K3M9Q/keluhan", false)).toBeGreaterThan(4 * PHOTO);
  for (const path of ["/pesanan/LL-7K3M9Q", "/pesanan/LL-7K3M9Q/keluhan/KL-7K3M9Q/bantah", "/penjual/produk"])
    expect(bodyLimit(path, false), path).toBeLessThan(PHOTO);
});

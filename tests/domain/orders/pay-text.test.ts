import { expect, it } from "vitest";
import { howToPay, whatToCollect } from "#app/domain/orders/pay-text.ts";

const when = "saat barang tiba";

it("asks for cash what is outstanding, and for QRIS first where that is how it is paid", () => {
  expect(howToPay({ method: "cash", outstanding: 45_000 }, when)).toBe(
    "Bayar Rp45.000 tunai saat barang tiba.",
  );
  expect(howToPay({ method: "qris", outstanding: 45_000 }, when)).toMatch(
    /^Bayar Rp45\.000 dengan QRIS .+, atau tunai/,
  );
  expect(whatToCollect({ method: "cash", outstanding: 45_000 })).toBe("Terima Rp45.000 tunai");
  expect(whatToCollect({ method: "qris", outstanding: 45_000 })).toBe(
    "Belum dibayar QRIS: terima Rp45.000 tunai",
  );
});

it("asks for nothing once it is paid, however", () => {
  for (const method of ["cash", "qris", "card"] as const) {
    expect(howToPay({ method, outstanding: 0 }, when)).toMatch(/^Sudah dibayar/);
    expect(whatToCollect({ method, outstanding: 0 })).toBe("Sudah dibayar, jangan menagih");
  }
});

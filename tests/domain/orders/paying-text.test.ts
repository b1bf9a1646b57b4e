import { describe, expect, it } from "vitest";
import { buyerPaysText, collectShort, collectText } from "#app/domain/orders/paying-text.ts";

describe("what is still to be paid", () => {
  it("is asked in cash at the door or the counter", () => {
    const cash = { method: "cash", toCollect: 48_000 } as const;
    expect(buyerPaysText(cash, false)).toBe("Bayar Rp48.000 tunai saat barang tiba.");
    expect(buyerPaysText(cash, true)).toBe("Bayar Rp48.000 tunai saat diambil.");
    expect(collectText(cash)).toBe("Terima Rp48.000 tunai");
    expect(collectShort(cash)).toBe("Rp48.000 tunai");
  });

  it("may come by QRIS until then, and what a card leaves open comes in cash", () => {
    const qris = { method: "qris", toCollect: 10_000 } as const;
    expect(buyerPaysText(qris, false)).toContain(
      "Rp10.000 dengan QRIS dari halaman pesanan Anda, atau tunai",
    );
    expect(collectText(qris)).toBe("Terima Rp10.000 lewat QRIS atau tunai");
    expect(collectShort({ method: "card", toCollect: 5_000 })).toBe("Rp5.000 tunai");
  });

  it("is not asked for twice", () => {
    for (const method of ["qris", "card"] as const) {
      expect(collectText({ method, toCollect: 0 })).toContain("jangan menagih");
      expect(buyerPaysText({ method, toCollect: 0 }, false)).toMatch(/^Sudah dibayar/);
    }
  });
});

import { describe, expect, it } from "vitest";
import type { OrderFacts } from "#app/domain/orders/telling/order-facts.ts";
import { isTold, type Telling, tellings } from "#app/domain/orders/telling/tellings.ts";
import { TOLD } from "#app/domain/orders/telling/told.ts";
import { midnightWib } from "#app/lib/clock.ts";
import { ERASED_MOBILE } from "#app/lib/mobile.ts";

const QUIET = { from: 21 * 60, until: 7 * 60 };
/** Wednesday 25 November 2026 at a time of day, WIB. */
const at = (hour: number, minute = 0) =>
  new Date(midnightWib("2026-11-25").getTime() + (hour * 60 + minute) * 60_000);

type Changes = Partial<Omit<OrderFacts, "event">> & { event?: Partial<OrderFacts["event"]> };

const WARUNG: NonNullable<OrderFacts["warung"]> = {
  id: 7,
  warung: "Warung Pak Budi",
  name: "Budi",
  mobile: "+6281372000001",
  address: "Jl. Uji 1, Kedaton",
  isPaused: false,
  opensAt: new Date(0),
  accountIds: [70, 71],
};

/** An order of Rina's with goods of Bu Siti, at Warung Pak Budi, as it stands after a step. */
function facts(kind: string, { event, ...changes }: Changes = {}): OrderFacts {
  return {
    event: { id: 5, kind, actorKind: "system", actorAccountId: null, detail: {}, ...event },
    code: "LL-7K3M9Q",
    status: "accepted",
    isTest: false,
    total: 52_000,
    pay: { method: "cash", outstanding: 52_000 },
    refundDue: 0,
    pieces: 3,
    pickup: false,
    village: "Kedaton",
    promise: { from: at(12), until: at(16) },
    deadlineAt: null,
    regencyCode: "18.71",
    cancelledReason: null,
    movedSince: false,
    wasAccepted: true,
    checkout: [{ code: "LL-7K3M9Q", total: 52_000 }],
    buyer: { name: "Rina", mobile: "+6281234567890", link: "https://lapak.test/pesanan/LL-7K3M9Q?k=rahasia" },
    offer: null,
    warung: WARUNG,
    sellers: [
      {
        umkmId: 3,
        umkm: "Dapur Bu Siti",
        name: "Siti",
        mobile: "+6281272000001",
        status: "pending",
        handOverBy: at(11),
        goods: ["2 × Keripik Pisang 250 g"],
        accountIds: [30],
      },
    ],
    officers: [{ accountId: 90, name: "Bu Ratna", mobile: "+6281172000001" }],
    ...changes,
  };
}

const said = (kind: string, changes: Changes = {}, when = at(10)): Record<string, string> =>
  Object.fromEntries(
    tellings(facts(kind, changes), when, QUIET).map(({ key, body }) => [
      key.replace("order-event:5:", ""),
      body,
    ]),
  );
const first = (kind: string, changes: Changes = {}, when = at(10)): Telling =>
  tellings(facts(kind, changes), when, QUIET)[0]!;

describe("what is said to whom", () => {
  it("thanks the buyer, though it was they who ordered, with their link apart from the text", () => {
    const placed = { status: "placed", warung: null, event: { actorKind: "buyer" } } as const;
    expect(said("placed", placed)).toEqual({
      buyer:
        "Terima kasih, Rina. Pesanan LL-7K3M9Q seharga Rp52.000 kami terima. Kami tanyakan ke warung terdekat, lalu kami kabari lagi.",
    });
    expect(first("placed", placed)).toMatchObject({
      subject: "Terima kasih atas pesanan LL-7K3M9Q",
      link: "https://lapak.test/pesanan/LL-7K3M9Q?k=rahasia",
      canWait: false,
      ring: null,
    });
  });

  it("thanks once for two orders of one checkout", () => {
    const checkout = [
      { code: "LL-7K3M9Q", total: 52_000 },
      { code: "LL-8AAAAA", total: 18_000 },
    ];
    expect(said("placed", { status: "placed", checkout }).buyer).toContain(
      "Pesanan LL-7K3M9Q dan LL-8AAAAA seharga Rp70.000",
    );
    expect(said("placed", { status: "placed", checkout, code: "LL-8AAAAA" })).toEqual({});
  });

  it("asks the warung that has the offer, and rings at its people's devices without the buyer's name", () => {
    const offered = {
      status: "offered",
      offer: { warungId: 7, expiresAt: at(10, 15) },
      event: { detail: { warungId: 7 } },
    } as const;
    expect(said("offered", offered)).toEqual({
      "warung:7":
        "Pesanan baru LL-7K3M9Q untuk Warung Pak Budi: 3 barang ke Kedaton, Rp52.000. Jawab di Papan warung hari ini sebelum 10.15.",
    });
    const { ring } = first("offered", offered);
    expect(ring).toEqual({
      body: "3 barang ke Kedaton. Jawab hari ini sebelum 10.15.",
      url: "/operator",
      accountIds: [70, 71],
    });
    expect(said("reminded", offered)["warung:7"]).toContain("masih menunggu jawaban");
    const elsewhere = { ...offered, offer: { warungId: 8, expiresAt: at(10, 15) } };
    expect(said("offered", elsewhere)).toEqual({});
    expect(said("reminded", elsewhere)).toEqual({});
  });

  it("tells the buyer who brings it, and each seller what to bring where and until when", () => {
    const told = said("accepted", { event: { actorKind: "operator", actorAccountId: 70 } });
    expect(told).toEqual({
      buyer:
        "Pesanan LL-7K3M9Q sedang disiapkan Warung Pak Budi, diantar hari ini, sebelum 16.00. Bayar Rp52.000 tunai saat barang tiba.",
      "seller:3":
        "Dapur Bu Siti: siapkan 2 × Keripik Pisang 250 g untuk pesanan LL-7K3M9Q. Serahkan ke Warung Pak Budi, Jl. Uji 1, Kedaton, hari ini sebelum 11.00. Telepon warung 0813-7200-0001.",
    });
    expect(Object.keys(said("assigned"))).toEqual(["warung:7", "buyer", "seller:3"]);
    expect(said("accepted", { movedSince: true })).toEqual({});
  });

  it("tells a warung of its pause, and its officers, only when silence brought it", () => {
    const paused = { status: "placed", warung: { ...WARUNG, isPaused: true } } as const;
    expect(said("expired", paused)).toEqual({});
    const told = said("expired", { ...paused, event: { detail: { paused: true, warungId: 7 } } });
    expect(told["warung:7"]).toContain("tiga tawaran berturut-turut tidak dijawab");
    expect(told["officer:90"]).toContain("Budi, 0813-7200-0001");
  });

  it("tells buyer and officers when nobody took it, and the warung that had it", () => {
    const stuck = {
      status: "needs_officer",
      deadlineAt: at(11),
      warung: null,
      wasAccepted: false,
    } as const;
    const told = said("needs_officer", {
      ...stuck,
      event: { detail: { reason: "Tidak ada warung yang memenuhi syarat" } },
    });
    expect(told.buyer).toContain("Petugas dinas sedang mencarikannya");
    expect(told["officer:90"]).toBe(
      "Pesanan LL-7K3M9Q ke Kedaton perlu keputusan Anda hari ini sebelum 11.00: tidak ada warung yang memenuhi syarat. Buka Meja petugas.",
    );
    const taken = said("needs_officer", {
      ...stuck,
      warung: WARUNG,
      event: { actorKind: "officer", actorAccountId: 90, detail: { warungId: 7, reason: "Diambil alih" } },
    });
    expect(Object.keys(taken)).toEqual(["buyer", "warung:7"]);
    expect(taken["warung:7"]).toContain("jangan diantar");
    const failed = said("needs_officer", { ...stuck, wasAccepted: true });
    expect(failed.buyer).toBe(
      "Pesanan LL-7K3M9Q sekarang diurus petugas dinas; Anda tidak perlu memesan lagi.",
    );
  });

  it("tells the buyer to have cash and PIN ready, and never the PIN", () => {
    expect(said("dispatched", { status: "out_for_delivery" })).toEqual({
      buyer:
        "Pesanan LL-7K3M9Q sedang diantar Warung Pak Budi. Siapkan Rp52.000 tunai dan PIN penerima dari halaman pesanan Anda.",
    });
  });

  it("thanks at the end, and says until when to complain", () => {
    const told = said("delivered", { status: "delivered", deadlineAt: midnightWib("2026-11-28") });
    expect(told.buyer).toContain("paling lambat 27 Nov 23.59");
  });

  it("tells of a cancellation all but the one who cancelled", () => {
    const cancelled = { status: "cancelled", cancelledReason: "Dibatalkan pembeli" } as const;
    expect(Object.keys(said("cancelled", { ...cancelled, event: { actorKind: "buyer" } }))).toEqual([
      "warung:7",
      "seller:3",
    ]);
    expect(said("cancelled", { ...cancelled, event: { actorKind: "officer" } }).buyer).toBe(
      "Maaf, pesanan LL-7K3M9Q dibatalkan: Dibatalkan pembeli. Tidak ada yang perlu Anda bayar.",
    );
    // nobody had taken it: no seller knows of it
    expect(Object.keys(said("cancelled", { ...cancelled, warung: null, wasAccepted: false }))).toEqual([
      "buyer",
    ]);
  });
});

describe("what is left out", () => {
  it("tells nobody of a kind it does not know, of a test order, or at an erased number", () => {
    expect(isTold("besok_lusa")).toBe(false);
    expect(isTold("toString")).toBe(false);
    expect(said("besok_lusa")).toEqual({});
    expect(said("accepted", { isTest: true })).toEqual({});
    expect(said("accepted", { buyer: { ...facts("").buyer, mobile: ERASED_MOBILE } }).buyer).toBeUndefined();
  });

  it("tells nothing that is past", () => {
    expect(said("accepted", { status: "delivered" })).toEqual({});
    expect(said("dispatched", { status: "delivered" })).toEqual({});
    expect(said("needs_officer", { status: "accepted" })).toEqual({});
    expect(said("delivered", { status: "completed" })).toEqual({});
  });

  it("holds back for the morning what can wait, and then speaks of the days as they are read", () => {
    const night = at(22);
    const tomorrow = {
      from: new Date(at(8).getTime() + 86_400_000),
      until: new Date(at(12).getTime() + 86_400_000),
    };
    const told = first("accepted", { promise: tomorrow }, night);
    expect(told.canWait).toBe(true);
    expect(told.body).toContain("diantar hari ini, sebelum 12.00");
    expect(first("dispatched", { status: "out_for_delivery" }, night).canWait).toBe(false);
    const offered = (opensAt: Date | null) =>
      first(
        "offered",
        {
          status: "offered",
          offer: { warungId: 7, expiresAt: at(23) },
          event: { detail: { warungId: 7 } },
          warung: { ...WARUNG, opensAt },
        },
        night,
      ).leavesAt;
    expect(offered(night)).toEqual(night);
    // a warung hears of it when it opens, or in the morning, whichever comes first
    expect(offered(at(30))).toEqual(at(30));
    expect(offered(at(33))).toEqual(at(31));
    expect(offered(null)).toEqual(at(31));
  });
});

it("has a short text for every row: no row is too long for a lock screen and a half", () => {
  for (const kind of Object.keys(TOLD)) {
    for (const status of ["offered", "accepted", "needs_officer", "out_for_delivery", "delivered"] as const) {
      const changes: Changes = { status, offer: { warungId: 7, expiresAt: at(11) } };
      for (const { body, subject } of tellings(
        facts(kind, { ...changes, event: { detail: { warungId: 7 } } }),
        at(10),
        QUIET,
      )) {
        expect(body.length, body).toBeLessThan(260);
        expect(`${subject}${body}`).not.toMatch(/undefined|null|NaN/);
      }
    }
  }
});

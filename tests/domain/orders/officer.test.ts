import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { findOfficerCase } from "#app/domain/orders/find-officer-case.server.ts";
import { findOfficerQueue, type QueuePlace } from "#app/domain/orders/find-officer-queue.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { findWarungList } from "#app/domain/warung/find-warung-list.server.ts";
import { resumeWarung } from "#app/domain/warung/resume-warung.server.ts";
import { NotAllowed, NotFound, StaleOrder } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, askedWarung, statusOf, type TestOrder, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;
const start: QueuePlace = { part: "needing", after: undefined };

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { stock: 500 });
});

const anOrder = () =>
  aPlacedOrder(db, [
    { item: { variantId: chips.variantId }, quantity: 1 },
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 2 },
  ]);

/** Every warung says no. */
async function anOrderNobodyTakes(): Promise<TestOrder> {
  const order = await anOrder();
  for (;;) {
    await routeOrder(db, order.id);
    const asked = await askedWarung(db, order.id, market);
    if (!asked) return order;
    await declineOrder(asked.operator, db, { code: order.code, reason: "ramai" });
  }
}

async function aLateOrder(until: "accepted" | "ready" | "out_for_delivery") {
  const order = await anOrder();
  const { warung } = await walk(db, market, order, until, [market.siti]);
  await db
    .updateTable("order")
    .set({ deadline_at: new Date(Date.now() - 3_600_000) })
    .where("id", "=", order.id)
    .execute();
  return { ...order, warung };
}

async function heldBy(warungId: number): Promise<number> {
  const rows = await db
    .selectFrom("warung_window")
    .select("held")
    .where("warung_id", "=", warungId)
    .execute();
  return rows.reduce((sum, row) => sum + row.held, 0);
}

async function pause(warungId: number): Promise<string> {
  const { slug } = await db
    .updateTable("warung")
    .set({ status: "paused", pause_reason: "3 tawaran berturut-turut tidak dijawab" })
    .where("id", "=", warungId)
    .returning("slug")
    .executeTakeFirstOrThrow();
  return slug;
}

describe("the officer's queue", () => {
  it("shows who needs a decision before who is late, each with its reason, and counts both", async () => {
    const late = await aLateOrder("accepted");
    const stuck = await anOrderNobodyTakes();
    const { orders } = await findOfficerQueue(db, market.officer, start);
    const codes = orders.map((order) => order.code);
    expect(codes.indexOf(stuck.code)).toBeGreaterThanOrEqual(0);
    expect(codes.indexOf(late.code)).toBeGreaterThan(codes.indexOf(stuck.code));
    expect(orders.find((order) => order.code === stuck.code)?.needs_officer_reason).toMatch(/warung/i);
    expect(orders.find((order) => order.code === late.code)?.warung).toBe(late.warung.name);
    const desk = await countDesk(db, market.officer);
    expect(orders.filter(({ part }) => part !== "running")).toHaveLength(desk.needing + desk.late);
    expect(orders.find((order) => order.code === late.code)?.next).toMatchObject({
      what: "Antar barang ke warung",
      who: market.siti.name,
      late: true,
    });
  });

  it("goes on from page to page without losing or repeating an order", async () => {
    for (let made = 0; made < 17; made++) await aLateOrder("accepted");
    const seen: string[] = [];
    for (let place: QueuePlace | null = start; place; ) {
      const page = await findOfficerQueue(db, market.officer, place);
      seen.push(...page.orders.map((order) => order.code));
      place = page.next;
    }
    const desk = await countDesk(db, market.officer);
    expect(seen).toHaveLength(desk.needing + desk.late + desk.running);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("tells in the case who was asked, what they said, and why each warung comes where it does", async () => {
    const stuck = await anOrderNobodyTakes();
    const found = await findOfficerCase(db, market.officer, stuck.code);
    expect(found.reason).toBeTruthy();
    expect(found.offers).toHaveLength(3);
    expect(found.offers[0]?.outcome).toBe("ditolak: Warung sedang ramai");
    expect(found.history[0]?.text).toContain("memesan");
    expect(found.candidates.map((candidate) => candidate.why)).toContain("sudah ditawari");
    expect(found.can).toEqual({ assign: true, cancel: true, takeOver: false, confirm: false });
    expect(JSON.stringify(found)).not.toContain(stuck.secret);
    expect(found.order).not.toHaveProperty("pin");
  });
});

describe("the regency's border", () => {
  it("holds for every read", async () => {
    const stuck = await anOrderNobodyTakes();
    expect((await findOfficerQueue(db, market.foreignOfficer, start)).orders).toEqual([]);
    expect(await countDesk(db, market.foreignOfficer)).toMatchObject({ needing: 0, late: 0, paused: 0 });
    expect((await findWarungList(db, market.foreignOfficer, {})).warung).toEqual([]);
    await expect(findOfficerCase(db, market.foreignOfficer, stuck.code)).rejects.toThrow(NotAllowed);
    await expect(findOfficerCase(db, market.officer, "LL-222222")).rejects.toThrow(NotFound);
    await expect(findOfficerCase(db, market.budi.operator, stuck.code)).rejects.toThrow(NotAllowed);
    await expect(findWarungList(db, market.siti.seller, {})).rejects.toThrow(NotAllowed);
  });

  it("holds for every command, and nothing changes", async () => {
    const stuck = await anOrderNobodyTakes();
    const late = await aLateOrder("ready");
    const slug = await pause(market.dedi.id);
    const foreign = market.foreignOfficer;
    const by = { as: "officer" } as const;
    for (const attempt of [
      () => assignWarung(foreign, db, { code: stuck.code, warungId: market.budi.id }),
      () => cancelOrder(foreign, db, { code: stuck.code, reason: "bukan wilayahnya", by }),
      () => takeOverOrder(foreign, db, { code: late.code }),
      () => takeOverOrder(market.budi.operator, db, { code: late.code }),
      () => resumeWarung(foreign, db, { slug }),
    ]) {
      await expect(attempt()).rejects.toThrow(NotAllowed);
    }
    expect(await statusOf(db, stuck.id)).toBe("needs_officer");
    expect(await statusOf(db, late.id)).toBe("ready");
    const { warung } = await findWarungList(db, market.officer, {});
    expect(warung[0]).toMatchObject({ slug, status: "paused" });
    await resumeWarung(market.officer, db, { slug });
    expect((await countDesk(db, market.officer)).paused).toBe(0);
  });
});

describe("taking over", () => {
  it.each(["accepted", "ready", "out_for_delivery"] as const)(
    "frees the warung's place once when the order is %s, and another warung can have it",
    async (until) => {
      const order = await aLateOrder(until);
      const before = await heldBy(order.warung.id);
      await takeOverOrder(market.officer, db, { code: order.code });
      await takeOverOrder(market.officer, db, { code: order.code });
      expect(await heldBy(order.warung.id)).toBe(before - 1);
      const found = await findOfficerCase(db, market.officer, order.code);
      expect(found.order).toMatchObject({ status: "needs_officer", warung_id: null });
      expect(found.reason).toBe(`Diambil alih dari ${order.warung.name}`);
      expect(found.order.sellers[0]?.status).toBe(until === "accepted" ? "pending" : "handed_over");
      const rice = found.order.lines.find((line) => line.umkm_id === null);
      expect(rice?.gathered).toBe(false);

      const other = [market.budi, market.ani].find((warung) => warung.id !== order.warung.id)!;
      const held = await heldBy(other.id);
      await assignWarung(market.officer, db, { code: order.code, warungId: other.id });
      expect(await statusOf(db, order.id)).toBe("accepted");
      expect(await heldBy(other.id)).toBe(held + 1);
    },
  );

  it("is refused while the order is with no warung", async () => {
    const order = await anOrder();
    await walk(db, market, order, "offered");
    await expect(takeOverOrder(market.officer, db, { code: order.code })).rejects.toThrow(StaleOrder);
  });
});

describe("what an officer does with an order", () => {
  const recordOf = async (code: string) =>
    db
      .selectFrom("audit_log")
      .select(["action", "actor_name", "regency_code", "detail"])
      .where("thing_key", "=", code)
      .orderBy("id")
      .execute();

  it("is in the record once: taking over, assigning, cancelling", async () => {
    const order = await aLateOrder("accepted");
    await takeOverOrder(market.officer, db, { code: order.code });
    await takeOverOrder(market.officer, db, { code: order.code });
    await assignWarung(market.officer, db, { code: order.code, warungId: market.ani.id });
    const by = { as: "officer" } as const;
    await cancelOrder(market.officer, db, { code: order.code, reason: "pembeli pindah kota", by });
    await cancelOrder(market.officer, db, { code: order.code, reason: "sekali lagi", by });
    const record = await recordOf(order.code);
    expect(record.map((row) => row.action)).toEqual(["order.take-over", "order.assign", "order.cancel"]);
    expect(record[0]).toMatchObject({ actor_name: "Bu Ratna", regency_code: REGENCY });
    expect(record[1]?.detail).toEqual({ warung: market.ani.name });
    expect(record[2]?.detail).toMatchObject({ reason: "pembeli pindah kota" });
  });

  it("leaves a buyer's own cancelling and refused tries out of it", async () => {
    const order = await anOrder();
    const secret = order.secret;
    await expect(
      cancelOrder(market.foreignOfficer, db, {
        code: order.code,
        reason: "bukan milik",
        by: { as: "officer" },
      }),
    ).rejects.toThrow(NotAllowed);
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "berubah pikiran",
      by: { as: "buyer", secret },
    });
    expect(await recordOf(order.code)).toEqual([]);
  });
});

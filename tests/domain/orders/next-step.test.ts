import { describe, expect, it } from "vitest";
import { nextStep, nextStepText } from "#app/domain/orders/next-step.ts";
import { ORDER_STATUSES } from "#app/domain/orders/order-status.ts";

const at = (time: string) => new Date(`2026-11-24T${time}:00+07:00`);
const order = { deadlineAt: at("16:00"), warung: "Warung Pak Budi", waitingFor: [] };

describe("the next step", () => {
  it("is somebody's, until a certain time, in every open state", () => {
    const open = ORDER_STATUSES.filter((status) => !["completed", "cancelled"].includes(status));
    for (const status of open) {
      const step = nextStep({ ...order, status }, at("10:00"));
      expect(step?.who, status).toBeTruthy();
      expect(step?.until).toBe("sampai 16.00");
    }
    expect(nextStep({ ...order, status: "completed", deadlineAt: null }, at("10:00"))).toBeNull();
  });

  it("is the sellers' while the warung waits for their goods", () => {
    const waiting = nextStep({ ...order, status: "accepted", waitingFor: ["Dapur Bu Siti"] }, at("10:00"));
    expect(nextStepText(waiting!)).toBe("Antar barang ke warung · Dapur Bu Siti · sampai 16.00");
    const gathered = nextStep({ ...order, status: "accepted" }, at("10:00"));
    expect(nextStepText(gathered!)).toBe("Kumpulkan barang · Warung Pak Budi · sampai 16.00");
  });

  it("says when it is late", () => {
    const late = nextStep({ ...order, status: "out_for_delivery" }, at("16:30"));
    expect(late).toMatchObject({ late: true, until: "lewat sejak 16.00" });
  });
});

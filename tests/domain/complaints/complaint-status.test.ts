import { describe, expect, it } from "vitest";
import {
  COMPLAINT_ACTION,
  COMPLAINT_STATUSES,
  holderOf,
  NEXT_COMPLAINT,
} from "#app/domain/complaints/complaint-status.ts";
import { complaintDeadline, complainUntil } from "#app/domain/complaints/complaint-time.ts";
import { complaintWords } from "#app/domain/complaints/complaint-words.ts";

const wib = (text: string) => new Date(`${text}:00+07:00`);
const none = new Map<string, string>();

describe("the table of states", () => {
  it("gives every open state something to do, somebody who holds it, and a way on", () => {
    for (const status of COMPLAINT_STATUSES.filter((one) => one !== "done")) {
      expect(COMPLAINT_ACTION[status], status).toBeTruthy();
      expect(holderOf(status, true), status).not.toBeNull();
      expect(holderOf(status, false), status).not.toBe("seller");
      expect(complaintDeadline(none, status, wib("2026-11-24T10:00")), status).toBeInstanceOf(Date);
      expect(NEXT_COMPLAINT[status].length, status).toBeGreaterThan(0);
    }
    expect(holderOf("done", true)).toBeNull();
    expect(complaintDeadline(none, "done", wib("2026-11-24T10:00"))).toBeNull();
  });
});

describe("the time to complain", () => {
  it("is two working days after receipt, over weekends and holidays", () => {
    expect(complainUntil(none, wib("2026-11-24T20:00"))).toEqual(wib("2026-11-27T00:00"));
    expect(complainUntil(none, wib("2026-11-27T09:00"))).toEqual(wib("2026-12-02T00:00"));
    const christmas = new Map([["2026-12-25", "Hari Raya Natal"]]);
    expect(complainUntil(christmas, wib("2026-12-23T09:00"))).toEqual(wib("2026-12-29T00:00"));
  });
});

describe("how a complaint stands, in words", () => {
  const complaint = {
    wanted: "refund",
    answer: "refused",
    outcome: null,
    deadlineAt: wib("2026-11-26T00:00"),
    seller: "Dapur Bu Siti",
    warung: { name: "Warung Pak Budi" },
    worth: 36_000,
  };
  const now = wib("2026-11-24T10:00");

  it("tells each reader what is theirs to do, by the last day they have", () => {
    const open = { ...complaint, status: "open" };
    expect(complaintWords(open, now, "seller").title).toBe("Jawab keluhan ini");
    expect(complaintWords(open, now, "operator").title).toBe("Menunggu jawaban Dapur Bu Siti");
    expect(complaintWords(open, now, "buyer").note).toContain("Paling lambat besok.");
    const answered = complaintWords({ ...complaint, status: "answered" }, now, "buyer");
    expect(answered.title).toBe("Dapur Bu Siti menolak keluhan ini");
    expect(complaintWords({ ...complaint, seller: null, status: "open" }, now, "operator").title).toBe(
      "Jawab keluhan ini",
    );
  });

  it("says how it ended", () => {
    const done = (outcome: string) =>
      complaintWords({ ...complaint, status: "done", deadlineAt: null, outcome }, now, "buyer").title;
    expect(done("refund")).toBe("Rp36.000 sudah dikembalikan");
    expect(done("exchange")).toBe("Barang sudah diganti");
    expect(done("withdrawn")).toBe("Keluhan ditarik");
  });
});

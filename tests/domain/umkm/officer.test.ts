import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findUmkmCase } from "#app/domain/umkm/find-umkm-case.server.ts";
import { findUmkmQueue, type UmkmQueueQuestion } from "#app/domain/umkm/find-umkm-queue.server.ts";
import { reinstateUmkm } from "#app/domain/umkm/reinstate-umkm.server.ts";
import { returnUmkm } from "#app/domain/umkm/return-umkm.server.ts";
import { spotCheckUmkm } from "#app/domain/umkm/spot-check-umkm.server.ts";
import { suspendUmkm } from "#app/domain/umkm/suspend-umkm.server.ts";
import { verifyUmkm } from "#app/domain/umkm/verify-umkm.server.ts";
import { BadInput, NotAllowed, NotFound, StaleRecord } from "#app/lib/errors.ts";
import { aMarket, anOfficer, aProduct, type Market, REGENCY } from "#tests/factories/market.ts";
import { anApplication, TEST_NIK } from "#tests/factories/umkm.ts";
import { testDatabase } from "#tests/support/database.ts";
import { indexJobs } from "#tests/support/index-jobs.ts";

const { db } = await testDatabase();
let market: Market;
let province: Actor;
const METRO = "18.72.01.1001";

beforeAll(async () => {
  market = await aMarket(db);
  province = await anOfficer(db, "Bu Dewi", null);
});

const umkmOf = (slug: string) =>
  db.selectFrom("umkm").selectAll().where("slug", "=", slug).executeTakeFirstOrThrow();
const messagesTo = (mobile: string) =>
  db.selectFrom("message").select(["subject", "body"]).where("mobile", "=", mobile).orderBy("id").execute();
const actionsOn = async (slug: string) =>
  (
    await db.selectFrom("audit_log").select("action").where("thing_key", "=", slug).orderBy("id").execute()
  ).map((row) => row.action);
const isPublic = async (productId: number) =>
  (await db.selectFrom("product").select("public").where("id", "=", productId).executeTakeFirstOrThrow())
    .public;
const waiting: UmkmQueueQuestion = { status: "submitted", words: "", after: undefined, spotCheck: false };
const slugsOf = async (actor: Actor, question: Partial<UmkmQueueQuestion> = {}) =>
  (await findUmkmQueue(db, actor, { ...waiting, ...question })).umkm.map((one) => one.slug);

describe("an application", () => {
  it("is verified once: its owner is told, and it is on both records", async () => {
    const mobile = "+6281275000001";
    const { id, slug } = await anApplication(db, { name: "Sambal Uda", mobile });
    await verifyUmkm(market.officer, db, { slug });
    await expect(verifyUmkm(market.officer, db, { slug })).rejects.toThrow(StaleRecord);
    const umkm = await umkmOf(slug);
    expect(umkm.status).toBe("verified");
    expect(umkm.verified_at).not.toBeNull();
    expect((await messagesTo(mobile)).map((message) => message.subject)).toEqual(["Usaha terverifikasi"]);
    expect(await actionsOn(slug)).toEqual(["umkm.verify"]);
    const events = await db.selectFrom("umkm_event").select("kind").where("umkm_id", "=", id).execute();
    expect(events.map((event) => event.kind)).toEqual(["verified"]);
  });

  it("goes back with the points and the reason, in the message as in the record", async () => {
    const mobile = "+6281275000002";
    const { slug } = await anApplication(db, { name: "Kopi Uda", mobile });
    const reason = "Foto KTP buram, ambil lagi di tempat terang.";
    await returnUmkm(market.officer, db, { slug, points: ["ktp_photo", "nib"], reason });
    expect(await umkmOf(slug)).toMatchObject({
      status: "returned",
      returned_reason: reason,
      returned_points: ["ktp_photo", "nib"],
    });
    const [message] = await messagesTo(mobile);
    expect(message?.body).toContain("Foto KTP, NIB");
    expect(message?.body).toContain(reason);
    const found = await findUmkmCase(db, market.officer, slug);
    expect(found.history.at(-1)).toMatchObject({
      title: "Bu Ratna mengembalikan pengajuan",
      note: `Foto KTP, NIB: ${reason}`,
    });
    expect(found.can).toEqual({ decide: false, suspend: false, reinstate: false });
  });

  it("does not go back without a point of the check list", async () => {
    const { slug } = await anApplication(db);
    const reason = "Perbaiki dulu, ya.";
    await expect(returnUmkm(market.officer, db, { slug, points: [], reason })).rejects.toThrow(BadInput);
    await expect(returnUmkm(market.officer, db, { slug, points: ["apa saja"], reason })).rejects.toThrow(
      BadInput,
    );
    expect((await umkmOf(slug)).status).toBe("submitted");
  });

  it("decided by several officers at once has one decision; the others hear that they are late", async () => {
    const mobile = "+6281275000003";
    const { slug } = await anApplication(db, { mobile });
    const tries = await Promise.allSettled([
      verifyUmkm(market.officer, db, { slug }),
      returnUmkm(province, db, { slug, points: ["nib"], reason: "NIB tidak ditemukan." }),
      verifyUmkm(province, db, { slug }),
    ]);
    const lost = tries.filter((one) => one.status === "rejected").map((one) => one.reason);
    expect(lost).toHaveLength(2);
    for (const error of lost) expect(error).toBeInstanceOf(StaleRecord);
    expect(await actionsOn(slug)).toHaveLength(1);
    expect(await messagesTo(mobile)).toHaveLength(1);
  });
});

describe("a verified business", () => {
  it("is frozen with its products out of the shop and the search, and taken back", async () => {
    const { slug } = await umkmSlug(market.siti.id);
    const { productId } = await aProduct(db, market.siti);
    const before = await indexJobs(db, productId);
    await suspendUmkm(market.officer, db, { slug, reason: "Produk tidak sesuai izin." });
    expect(await isPublic(productId)).toBe(false);
    expect(await umkmOf(slug)).toMatchObject({
      status: "suspended",
      suspended_reason: "Produk tidak sesuai izin.",
    });
    await expect(suspendUmkm(market.officer, db, { slug, reason: "lagi" })).rejects.toThrow(StaleRecord);
    await reinstateUmkm(market.officer, db, { slug, reason: "Izin sudah diperbarui." });
    expect(await isPublic(productId)).toBe(true);
    expect((await umkmOf(slug)).suspended_reason).toBeNull();
    expect(await actionsOn(slug)).toEqual(["umkm.suspend", "umkm.reinstate"]);
    expect(await indexJobs(db, productId)).toBe(before + 2);
  });

  it("is spot-checked by the province, once, from a sample that stays the same all day", async () => {
    const { slug } = await anApplication(db, { name: "Tapis Ratu", status: "verified" });
    const sample = await slugsOf(province, { spotCheck: true });
    expect(sample).toContain(slug);
    expect(await slugsOf(province, { spotCheck: true })).toEqual(sample);
    await expect(slugsOf(market.officer, { spotCheck: true })).rejects.toThrow(NotAllowed);
    await expect(spotCheckUmkm(market.officer, db, { slug })).rejects.toThrow(NotAllowed);
    await spotCheckUmkm(province, db, { slug });
    await expect(spotCheckUmkm(province, db, { slug })).rejects.toThrow(StaleRecord);
    expect(await slugsOf(province, { spotCheck: true })).not.toContain(slug);
    expect(await actionsOn(slug)).toEqual(["umkm.spot-check"]);
  });
});

describe("the queue", () => {
  it("begins with who waits longest, goes on without losing or repeating, and is counted in the menu", async () => {
    const day = 86_400_000;
    const made: string[] = [];
    for (let at = 0; at < 25; at++) {
      const sentAt = new Date(Date.now() - (40 - at) * day);
      made.push((await anApplication(db, { name: `Antre ${at}`, sentAt })).slug);
    }
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await findUmkmQueue(db, market.officer, { ...waiting, after });
      seen.push(...page.umkm.map((one) => one.slug));
      after = page.next;
    }
    expect(seen.slice(0, 25)).toEqual(made);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await countDesk(db, market.officer)).waiting).toBe(seen.length);
  });

  it("is searched by name, owner and whole NIB, in every state but a draft", async () => {
    const { slug } = await anApplication(db, { name: "Madu Hutan Way Kambas", status: "returned" });
    const draft = await anApplication(db, { name: "Madu Hutan Rahasia", status: "draft" });
    const { nib } = await umkmOf(slug);
    expect(await slugsOf(market.officer, { words: "hutan way" })).toEqual([slug]);
    expect(await slugsOf(market.officer, { words: nib! })).toEqual([slug]);
    expect(await slugsOf(market.officer, { words: "yuni ast" })).toContain(slug);
    expect(await slugsOf(market.officer, { words: "madu hutan" })).not.toContain(draft.slug);
    await expect(findUmkmCase(db, market.officer, draft.slug)).rejects.toThrow(NotFound);
  });
});

describe("the case", () => {
  it("shows what the numbers tell, and of the NIK only its ends", async () => {
    const { slug } = await anApplication(db, { name: "Dodol Bu Eka", nik: TEST_NIK });
    const found = await findUmkmCase(db, market.officer, slug);
    const nik = found.checks.find((check) => check.label === "NIK");
    expect(nik).toEqual({
      label: "NIK",
      value: "1871 •••• •••• 0003",
      ok: true,
      why: "16 angka, tanggal lahir masuk akal",
    });
    expect(JSON.stringify(found)).not.toContain(TEST_NIK);
    expect(found.checklist.find((point) => point.key === "ktp_photo")?.missing).toBe("Foto KTP belum ada.");
  });

  it("names similar businesses and why, and hides other regencies' owners", async () => {
    const mobile = "+6281275000009";
    await anApplication(db, { name: "Gula Aren Bu Wati", status: "verified" });
    const far = await anApplication(db, { name: "Toko Jauh", status: "verified", village: METRO, mobile });
    await anApplication(db, { name: "Gula Aren Bu Wati", status: "verified", village: METRO });
    const { slug } = await anApplication(db, { name: "Gula Aren Bu Wati 2", mobile });
    const { similar } = await findUmkmCase(db, market.officer, slug);
    expect(similar.map(({ name, why, isOwn }) => ({ name, why, isOwn }))).toEqual([
      { name: "Toko Jauh", why: "nomor HP sama", isOwn: false },
      { name: "Gula Aren Bu Wati", why: "nama mirip", isOwn: true },
    ]);
    expect(similar.find((other) => other.slug === far.slug)?.owner_name).toBe("");
  });
});

describe("the regency's border", () => {
  it("holds for every read and every verb, and nothing changes", async () => {
    const { slug } = await anApplication(db, { name: "Perbatasan" });
    const verified = await anApplication(db, { name: "Perbatasan Dua", status: "verified" });
    const frozen = await anApplication(db, { name: "Perbatasan Tiga", status: "suspended" });
    const reason = "bukan wilayahnya";
    for (const actor of [market.foreignOfficer, market.siti.seller, market.budi.operator]) {
      for (const attempt of [
        () => findUmkmCase(db, actor, slug),
        () => verifyUmkm(actor, db, { slug }),
        () => returnUmkm(actor, db, { slug, points: ["nib"], reason }),
        () => suspendUmkm(actor, db, { slug: verified.slug, reason }),
        () => reinstateUmkm(actor, db, { slug: frozen.slug, reason }),
        () => spotCheckUmkm(actor, db, { slug: verified.slug }),
      ]) {
        await expect(attempt()).rejects.toThrow(NotAllowed);
      }
    }
    expect((await umkmOf(slug)).status).toBe("submitted");
    expect((await umkmOf(verified.slug)).status).toBe("verified");
    expect((await umkmOf(frozen.slug)).status).toBe("suspended");
    expect(await slugsOf(market.foreignOfficer, { words: "perbatasan" })).toEqual([]);
    expect(await slugsOf(market.foreignOfficer)).toEqual([]);
    expect(await slugsOf(province, { words: "perbatasan" })).toHaveLength(3);
    expect((await findUmkmCase(db, province, slug)).umkm.regency_code).toBe(REGENCY);
  });
});

async function umkmSlug(id: number): Promise<{ slug: string }> {
  return db.selectFrom("umkm").select("slug").where("id", "=", id).executeTakeFirstOrThrow();
}

import { existsSync } from "node:fs";
import { sql } from "kysely";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { addDocument } from "#app/domain/umkm/add-document.server.ts";
import { findOwnApplication } from "#app/domain/umkm/find-own-application.server.ts";
import { findOwnDocument } from "#app/domain/umkm/find-own-document.server.ts";
import { moveUmkm } from "#app/domain/umkm/move-umkm.server.ts";
import { removeOwnDocument } from "#app/domain/umkm/remove-own-document.server.ts";
import { saveBankAccount } from "#app/domain/umkm/save-bank-account.server.ts";
import { saveBusiness } from "#app/domain/umkm/save-business.server.ts";
import { saveLicences } from "#app/domain/umkm/save-licences.server.ts";
import { saveOwner } from "#app/domain/umkm/save-owner.server.ts";
import { savePlace } from "#app/domain/umkm/save-place.server.ts";
import { startApplication } from "#app/domain/umkm/start-application.server.ts";
import { submitApplication } from "#app/domain/umkm/submit-application.server.ts";
import { BadInput, NotFound, StaleRecord } from "#app/lib/errors.ts";
import { KEDATON } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let running = 0;

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#884422" } })
    .jpeg()
    .toBuffer();

/** Someone with an account, before they begin to sell. */
async function aPerson(name = "Bu Lastri"): Promise<Extract<Actor, { kind: "person" }>> {
  const mobile = `+62812740000${10 + ++running}`;
  const { id } = await db
    .insertInto("account")
    .values({ mobile, name, password_hash: "none" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { kind: "person", accountId: id, name, mobile, memberships: [], secondFactor: false };
}

async function asSellerNow(person: Extract<Actor, { kind: "person" }>) {
  const row = await db
    .selectFrom("membership")
    .innerJoin("umkm", "umkm.id", "membership.umkm_id")
    .select(["umkm.id", "umkm.name", "umkm.slug"])
    .where("account_id", "=", person.accountId)
    .executeTakeFirstOrThrow();
  const membership = { role: "seller", umkmId: row.id, name: row.name, slug: row.slug } as const;
  return { actor: { ...person, memberships: [membership] } as Actor, umkmId: row.id, slug: row.slug };
}

async function anApplication(name = `Keripik Lastri ${++running}`) {
  const person = await aPerson();
  await startApplication(person, db, { kind: "UMKM", name, villageCode: KEDATON });
  return { person, ...(await asSellerNow(person)) };
}

const nikOf = (n: number) => `18710152038500${String(n).padStart(2, "0")}`;
const nibOf = (n: number) => String(9_120_000_000_000 + n);

async function aCompleteApplication(n: number) {
  const application = await anApplication();
  const { actor } = application;
  await saveOwner(actor, db, { ownerName: "Lastri Ningsih", nik: nikOf(n) });
  await savePlace(actor, db, { villageCode: KEDATON, address: "Jl. Teuku Umar 12", rt: "004", rw: null });
  await saveLicences(actor, db, { nib: nibOf(n), pirt: null, halal: null, bpom: null });
  await saveBankAccount(actor, db, { bank: "002", accountNumber: "0123456789", holder: "Lastri Ningsih" });
  for (const kind of ["ktp", "nib", "place"] as const) {
    await addDocument(actor, db, { kind, bytes: await photo() });
  }
  return application;
}

describe("an application", () => {
  it("begins as a draft that only its owner has, once, however often the form is sent", async () => {
    const person = await aPerson();
    const start = () =>
      startApplication(person, db, { kind: "Koperasi", name: "Koperasi Maju", villageCode: KEDATON });
    await Promise.all([start(), start(), start()]);
    const { rows } = await sql<{ status: string }>`
      select u.status from membership m join umkm u on u.id = m.umkm_id where m.account_id = ${person.accountId}`.execute(
      db,
    );
    expect(rows).toEqual([{ status: "draft" }]);
  });

  it("cannot be sent while something is missing, and says what", async () => {
    const { actor } = await anApplication();
    const refused = await submitApplication(actor, db).catch((error) => error);
    expect(refused).toBeInstanceOf(BadInput);
    expect(refused.fields.kirim).toContain("nik pemilik");
    expect(refused.fields.kirim).toContain("foto ktp");
  });

  it("is sent when complete, tells the seller, and cannot be sent or changed again", async () => {
    const { actor, umkmId } = await aCompleteApplication(11);
    await submitApplication(actor, db);
    const { umkm, events } = await findOwnApplication(db, actor);
    expect(umkm.status).toBe("submitted");
    expect(events.map((event) => event.kind)).toEqual(["started", "submitted"]);
    const messages = await db
      .selectFrom("message")
      .select(["body", "regency_code"])
      .where("key", "like", `umkm-submitted:${umkmId}:%`)
      .execute();
    expect(messages).toHaveLength(1);
    expect(messages[0]!.regency_code).toBe("18.71");
    await expect(submitApplication(actor, db)).rejects.toThrow(StaleRecord);
    await expect(saveOwner(actor, db, { ownerName: "Lain", nik: null })).rejects.toThrow(StaleRecord);
    await expect(addDocument(actor, db, { kind: "ktp", bytes: await photo() })).rejects.toThrow(StaleRecord);
  });

  it("that was returned may be changed and sent again; the reasons are then gone", async () => {
    const { actor, umkmId } = await aCompleteApplication(12);
    await submitApplication(actor, db);
    await db.transaction().execute((tx) =>
      moveUmkm(tx, umkmId, "submitted", "returned", {
        returnedReason: "Foto buram",
        returnedPoints: ["ktp_photo"],
      }),
    );
    await addDocument(actor, db, { kind: "ktp", bytes: await photo() });
    await submitApplication(actor, db);
    const { umkm } = await findOwnApplication(db, actor);
    expect(umkm).toMatchObject({ status: "submitted", returned_reason: null, returned_points: [] });
  });

  it("gets the address of its name while it is a draft", async () => {
    const { actor, person } = await anApplication("Nama Lama");
    await saveBusiness(actor, db, {
      kind: "UMKM",
      name: "Nama Baru Sekali",
      mobile: person.mobile,
      category: null,
      kbli: "10794",
      about: "",
    });
    expect((await asSellerNow(person)).slug).toBe("nama-baru-sekali");
  });
});

describe("personal numbers", () => {
  it("are on record only sealed, and shown by their last digits", async () => {
    const { actor, umkmId } = await aCompleteApplication(21);
    const { rows } = await sql<{
      row: string;
    }>`select to_jsonb(u)::text as row from umkm u where id = ${umkmId}`.execute(db);
    expect(rows[0]!.row).not.toContain(nikOf(21));
    expect(rows[0]!.row).not.toContain("0123456789");
    const { umkm } = await findOwnApplication(db, actor);
    expect(umkm.nik).toBe(`••••••••••••${nikOf(21).slice(-4)}`);
    expect(umkm.bank_account_last4).toBe("6789");
    expect(JSON.stringify(umkm)).not.toContain("sealed");
  });

  it("that another business has are refused without a word about that business", async () => {
    await aCompleteApplication(22);
    const { actor } = await anApplication("Usaha Kedua");
    const sameNik = await saveOwner(actor, db, { ownerName: "Lain", nik: nikOf(22) }).catch((error) => error);
    expect(sameNik.fields.nik).toMatch(/sudah dipakai/);
    expect(sameNik.fields.nik).not.toMatch(/Lastri|18710/);
    const sameNib = await saveLicences(actor, db, {
      nib: nibOf(22),
      pirt: null,
      halal: null,
      bpom: null,
    }).catch((error) => error);
    expect(sameNib.fields.nib).toMatch(/sudah terdaftar/);
  });

  it("cannot both be taken by two who send them at the same moment", async () => {
    const [one, two] = [await anApplication(), await anApplication()];
    const results = await Promise.allSettled([
      saveOwner(one.actor, db, { ownerName: "Satu", nik: nikOf(23) }),
      saveOwner(two.actor, db, { ownerName: "Dua", nik: nikOf(23) }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("keep what is on record when left empty", async () => {
    const { actor } = await aCompleteApplication(24);
    await saveOwner(actor, db, { ownerName: "Lastri N.", nik: null });
    await saveBankAccount(actor, db, { bank: "008", accountNumber: null, holder: "Lastri N." });
    const { umkm } = await findOwnApplication(db, actor);
    expect(umkm).toMatchObject({
      nik: `••••••••••••${nikOf(24).slice(-4)}`,
      bank_code: "008",
      bank_account_last4: "6789",
    });
  });
});

describe("photos of papers", () => {
  it("of one kind replace each other; the place may have three", async () => {
    const { actor } = await anApplication();
    for (let i = 0; i < 5; i++) {
      await addDocument(actor, db, { kind: "ktp", bytes: await photo() });
      await addDocument(actor, db, { kind: "place", bytes: await photo() });
    }
    const { umkm } = await findOwnApplication(db, actor);
    expect(umkm.papers.map((paper) => paper.kind).sort()).toEqual(["ktp", "place", "place", "place"]);
  });

  it("are seen by their owner alone, and gone when removed", async () => {
    const { actor } = await anApplication();
    const stranger = await anApplication();
    await addDocument(actor, db, { kind: "ktp", bytes: await photo() });
    const documentId = (await findOwnApplication(db, actor)).umkm.papers[0]!.id;
    expect((await sharp(await findOwnDocument(db, actor, { documentId })).metadata()).format).toBe("webp");
    await expect(findOwnDocument(db, stranger.actor, { documentId })).rejects.toThrow(NotFound);
    await removeOwnDocument(stranger.actor, db, { documentId });
    expect((await findOwnApplication(db, actor)).umkm.papers).toHaveLength(1);
    const { file } = await db
      .selectFrom("document")
      .select("file")
      .where("id", "=", documentId)
      .executeTakeFirstOrThrow();
    await removeOwnDocument(actor, db, { documentId });
    expect((await findOwnApplication(db, actor)).umkm.papers).toHaveLength(0);
    expect(existsSync(`${process.env.DATA_DIR}/documents/${file}`)).toBe(false);
  });
});

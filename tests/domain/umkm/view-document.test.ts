import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { storeDocument } from "#app/domain/media/store-document.server.ts";
import { viewDocument } from "#app/domain/umkm/view-document.server.ts";
import { NotAllowed, NotFound } from "#app/lib/errors.ts";
import { aMarket, type Market } from "#tests/factories/market.ts";
import { anApplication, type TestUmkm } from "#tests/factories/umkm.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let umkm: TestUmkm;
let documentId: number;

beforeAll(async () => {
  market = await aMarket(db);
  umkm = await anApplication(db);
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#888" } })
    .jpeg()
    .toBuffer();
  const stored = await storeDocument(photo, { field: "foto" });
  const row = { ...stored, umkm_id: umkm.id, kind: "ktp" };
  documentId = (await db.insertInto("document").values(row).returning("id").executeTakeFirstOrThrow()).id;
});

describe("the photo of a paper", () => {
  it("opens for an officer of its regency, who is on record once a day for it", async () => {
    const ask = () => viewDocument(market.officer, db, { slug: umkm.slug, documentId });
    const [picture] = await Promise.all([ask(), ask(), ask()]);
    expect((await sharp(picture).metadata()).format).toBe("webp");
    const record = await db.selectFrom("audit_log").select(["action", "actor_name", "detail"]).execute();
    expect(record).toEqual([
      {
        action: "document.view",
        actor_name: "Bu Ratna",
        detail: { document: `KTP pemilik (no. ${documentId})` },
      },
    ]);
  });

  it("stays closed to other regencies, to sellers, and under another business's address", async () => {
    const other = await anApplication(db);
    const { slug } = umkm;
    await expect(viewDocument(market.foreignOfficer, db, { slug, documentId })).rejects.toThrow(NotAllowed);
    await expect(viewDocument(market.siti.seller, db, { slug, documentId })).rejects.toThrow(NotAllowed);
    await expect(viewDocument(market.officer, db, { slug: other.slug, documentId })).rejects.toThrow(
      NotFound,
    );
  });
});

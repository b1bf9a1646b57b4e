import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { findActor } from "#app/domain/accounts/find-actor.server.ts";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { startPasswordReset } from "#app/domain/accounts/start-password-reset.server.ts";
import { openComplaint } from "#app/domain/complaints/open-complaint.server.ts";
import { withdrawComplaint } from "#app/domain/complaints/withdraw-complaint.server.ts";
import { readDocument } from "#app/domain/media/store-document.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { deliverWithPhoto } from "#app/domain/orders/delivery/deliver-with-photo.server.ts";
import { deleteAccount } from "#app/domain/privacy/delete-account.server.ts";
import { findOwnData } from "#app/domain/privacy/find-own-data.server.ts";
import { verifyUmkm } from "#app/domain/umkm/verify-umkm.server.ts";
import { BadInput, NotFound } from "#app/lib/errors.ts";
import { mobileText } from "#app/lib/mobile.ts";
import { findUmkmList } from "#db/queries/umkm-desk.ts";
import { anAccount, TEST_PASSWORD } from "../../factories/account.ts";
import { aCodeToken } from "../../factories/code.ts";
import { aComplaintForm, aReceivedOrder } from "../../factories/complaint.ts";
import { aMarket, aProduct, aSeller, aWarung } from "../../factories/market.ts";
import { aPlacedOrder, type TestOrder, walk } from "../../factories/order.ts";
import { anApplication, TEST_NIK } from "../../factories/umkm.ts";
import { testDatabase } from "../../support/database.ts";
import { aPhonePhoto } from "../../support/photos.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const all = { regencyCode: null, after: undefined, limit: 100 } as const;
const goodbye = { password: TEST_PASSWORD, typed: "hapus" };

/** Rice for this account, at an address of their own. */
async function anOrderOf({
  id,
  name,
  mobile,
}: {
  id: number;
  name: string;
  mobile: string;
}): Promise<TestOrder> {
  const order = await aPlacedOrder(db, [
    { item: { stapleId: market.riceId, regencyCode: "18.71" }, quantity: 1 },
  ]);
  await sql`update checkout set account_id = ${id}, buyer_name = ${name}, buyer_mobile = ${mobile},
      street = 'Gang Melati 7', landmark = 'dekat rumah Mbah Surip'
    from "order" o where o.checkout_id = checkout.id and o.id = ${order.id}`.execute(db);
  return order;
}

/** The columns in which one of these words is found, in every table there is. */
async function placesOf(...words: string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ table_name: string; column_name: string }>`
    select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and (c.data_type in ('text', 'jsonb', 'json', 'character varying') or c.data_type = 'ARRAY')`.execute(
    db,
  );
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const { rows } = await sql`select 1 from ${sql.table(table)}
      where ${sql.ref(column)}::text ilike any(${words.map((word) => `%${word}%`)}) limit 1`.execute(db);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

describe("deleting one's account", () => {
  it("leaves the person nowhere in the database, and the order in the books", async () => {
    const wati = await anAccount(db, { name: "Wati Kusumaningtyas" });
    const order = await anOrderOf(wati);
    await cancelOrder(wati.actor, db, {
      code: order.code,
      reason: "Dibatalkan pembeli",
      by: { as: "buyer", secret: undefined },
    });
    await startPasswordReset(db, { token: aCodeToken(), mobile: wati.mobile, address: "x" });
    const session = await logIn(db, { mobile: wati.mobile, password: TEST_PASSWORD, address: "x" });
    const words = ["Kusumaningtyas", wati.mobile, mobileText(wati.mobile), "Gang Melati", "Mbah Surip"];
    expect(await placesOf(...words)).toEqual(
      expect.arrayContaining([
        "account.name",
        "checkout.buyer_name",
        "message.mobile",
        "order_event.actor_name",
      ]),
    );

    await deleteAccount(wati.actor, db, goodbye);
    expect(await placesOf(...words)).toEqual([]);
    expect(await findActor(db, session)).toEqual({ kind: "guest" });
    const kept = await db
      .selectFrom("order")
      .innerJoin("checkout", "checkout.id", "order.checkout_id")
      .select(["order.total", "buyer_name"])
      .where("order.id", "=", order.id)
      .executeTakeFirst();
    expect(kept).toEqual({ total: expect.any(Number), buyer_name: "Pembeli (akun dihapus)" });
  });

  it("takes the words and photos of their complaints along, not the record that there was one", async () => {
    const wati = await anAccount(db, { name: "Wati Keluhan" });
    const chips = await aProduct(db, market.siti);
    const order = await aReceivedOrder(db, market, chips);
    await sql`update checkout set account_id = ${wati.id}, buyer_mobile = ${wati.mobile}
      from "order" o where o.checkout_id = checkout.id and o.id = ${order.id}`.execute(db);
    const form = await aComplaintForm(order, { text: "Remuk sampai Gang Cempaka." });
    const complaint = await openComplaint(wati.actor, db, {
      orderCode: order.code,
      secret: undefined,
      form,
    });
    expect(await findOwnData(db, wati.actor)).toMatchObject({
      keluhan: [{ kode: complaint, pesanan: order.code, isi: "Remuk sampai Gang Cempaka.", foto: 1 }],
    });
    const open = await deleteAccount(wati.actor, db, goodbye).catch((error) => error);
    expect(open.fields.akun).toContain(order.code);

    await withdrawComplaint(wati.actor, db, { orderCode: order.code, code: complaint, secret: undefined });
    await completeOrder(db, order.id);
    const { file } = await db.selectFrom("complaint_photo").select("file").executeTakeFirstOrThrow();
    await deleteAccount(wati.actor, db, goodbye);
    expect(await placesOf("Gang Cempaka", "Wati Keluhan")).toEqual([]);
    await expect(readDocument(file)).rejects.toThrow(NotFound);
    const kept = await db
      .selectFrom("complaint")
      .select(["status", "outcome", "body"])
      .where("code", "=", complaint)
      .executeTakeFirst();
    expect(kept).toEqual({ status: "done", outcome: "withdrawn", body: "" });
  });

  it("takes along who received their goods, and the photo that proves it", async () => {
    const wati = await anAccount(db, { name: "Wati Penerima" });
    const order = await anOrderOf(wati);
    const { operator } = await walk(db, market, order, "out_for_delivery");
    const photo = await aPhonePhoto(0.2);
    await deliverWithPhoto(operator, db, { code: order.code, receiverName: "Bu Tini Cempaka", photo });
    await completeOrder(db, order.id);
    const { photo_file: file } = await db
      .selectFrom("delivery_attempt")
      .select("photo_file")
      .where("order_id", "=", order.id)
      .executeTakeFirstOrThrow();
    await deleteAccount(wati.actor, db, goodbye);
    expect(await placesOf("Bu Tini Cempaka", "Wati Penerima")).toEqual([]);
    await expect(readDocument(file!)).rejects.toThrow(NotFound);
  });

  it("needs the password and the typed word", async () => {
    const { actor } = await anAccount(db);
    await expect(deleteAccount(actor, db, { ...goodbye, password: "bukan" })).rejects.toThrow(BadInput);
    await expect(deleteAccount(actor, db, { ...goodbye, typed: "ya" })).rejects.toThrow(BadInput);
  });

  it("waits for an open order", async () => {
    const wati = await anAccount(db);
    const order = await anOrderOf(wati);
    const refusal = await deleteAccount(wati.actor, db, goodbye).catch((error) => error);
    expect(refusal.fields.akun).toContain(order.code);
  });

  it("is refused to the only one of a ready warung, and to the last officer of the province", async () => {
    const warung = await aWarung(db, { name: "Warung Sepi" });
    const keeper = await anAccount(db);
    await sql`update membership set account_id = ${keeper.id} where warung_id = ${warung.id}`.execute(db);
    const refusal = await deleteAccount(keeper.actor, db, goodbye).catch((error) => error);
    expect(refusal.fields.akun).toContain("Warung Sepi");

    const province = { role: "officer", regencyCode: null, name: "Provinsi Lampung" } as const;
    const [dewi, agus] = [
      await anAccount(db, { memberships: [province] }),
      await anAccount(db, { memberships: [province] }),
    ];
    const outcomes = await Promise.allSettled(
      [dewi, agus].map(({ actor }) => deleteAccount(actor, db, goodbye)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("suspends a business that nobody is left to act for, and tells its officer", async () => {
    const seller = await aSeller(db, "Dodol Bu Tini");
    const product = await aProduct(db, seller);
    const tini = await anAccount(db);
    await sql`update membership set account_id = ${tini.id} where umkm_id = ${seller.id}`.execute(db);
    await deleteAccount(tini.actor, db, goodbye);
    const umkm = await db
      .selectFrom("umkm")
      .select(["status", "suspended_reason"])
      .where("id", "=", seller.id)
      .executeTakeFirstOrThrow();
    expect(umkm).toMatchObject({ status: "suspended", suspended_reason: expect.stringContaining("akun") });
    const { rows } = await sql`select public from product where id = ${product.productId}`.execute(db);
    expect(rows).toEqual([{ public: false }]);
    const told =
      await sql`select 1 from message where subject = 'Usaha tanpa pengurus' and body like 'Dodol Bu Tini%'`.execute(
        db,
      );
    expect(told.rows).not.toHaveLength(0);
  });

  it.each(["submitted", "returned"])(
    "withdraws an application that is %s: no officer sees it, and nothing of the person stays in it",
    async (status) => {
      const nib = status === "submitted" ? "9120001231111" : "9120001232222";
      const { id, slug } = await anApplication(db, { name: `Kue ${status}`, status, nik: TEST_NIK });
      await sql`update umkm set nib = ${nib}, owner_name = 'Tini Kartikasari' where id = ${id}`.execute(db);
      const tini = await anAccount(db);
      await sql`insert into membership (account_id, role, umkm_id) values (${tini.id}, 'seller', ${id})`.execute(
        db,
      );
      await deleteAccount(tini.actor, db, goodbye);
      expect(await placesOf("Kartikasari", nib)).toEqual([]);
      await expect(verifyUmkm(market.officer, db, { slug })).rejects.toThrow(NotFound);
      const queue = await findUmkmList(db, { ...all, status, words: "" });
      expect(queue.filter((row) => row.slug === slug)).toEqual([]);
      const { rows } = await sql`select kind, actor_kind from umkm_event where umkm_id = ${id}
        order by id desc limit 1`.execute(db);
      expect(rows).toEqual([{ kind: "withdrawn", actor_kind: "system" }]);
    },
  );

  it("and an officer's decision at the same moment: one of both is first, neither breaks", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { id, slug } = await anApplication(db, { name: `Lempok ${turn}` });
      const tini = await anAccount(db);
      await sql`insert into membership (account_id, role, umkm_id) values (${tini.id}, 'seller', ${id})`.execute(
        db,
      );
      const [left, decided] = await Promise.allSettled([
        deleteAccount(tini.actor, db, goodbye),
        verifyUmkm(market.officer, db, { slug }),
      ]);
      expect(left.status).toBe("fulfilled");
      const { status } = await db
        .selectFrom("umkm")
        .select("status")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(status).toBe(decided.status === "fulfilled" ? "suspended" : "draft");
    }
  });

  it("opens the history for nothing else", async () => {
    const change = sql`update order_event set actor_name = 'orang lain'`.execute(db);
    await expect(change).rejects.toThrow(/append-only/);
    const more = db.transaction().execute(async (tx) => {
      await sql`select set_config('lapak.erasure', 'on', true)`.execute(tx);
      await sql`update order_event set kind = 'delivered'`.execute(tx);
    });
    await expect(more).rejects.toThrow(/append-only/);
  });
});

describe("downloading one's data", () => {
  it("holds account, orders with their lines, messages and devices, and no code", async () => {
    const wati = await anAccount(db, { name: "Wati Unduh" });
    const order = await anOrderOf(wati);
    await startPasswordReset(db, { token: aCodeToken(), mobile: wati.mobile, address: "y" });
    const data = await findOwnData(db, wati.actor);
    expect(data).toMatchObject({
      akun: { nama: "Wati Unduh", nomor_hp: wati.mobile },
      pesanan: [{ kode: order.code, jalan: "Gang Melati 7", barang: [{ nama: "Beras Medium", jumlah: 1 }] }],
      pesan: [{ perihal: "Kode ganti kata sandi", isi: null }],
    });
  });
});

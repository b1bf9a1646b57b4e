import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverMessage } from "#app/domain/notifications/deliver-message.server.ts";
import { MESSAGE_TRIES, sendMessage } from "#app/domain/notifications/send-message.server.ts";
import { parseEnv } from "#app/lib/env.server.ts";
import { testDatabase } from "../../support/database.ts";
import { type FakeSmtp, startFakeSmtp } from "../../support/fake-smtp.ts";
import { type FakeWhatsapp, startFakeWhatsapp } from "../../support/fake-whatsapp.ts";

const { db } = await testDatabase();
let whatsapp: FakeWhatsapp;
let smtp: FakeSmtp;
beforeAll(async () => {
  [whatsapp, smtp] = await Promise.all([startFakeWhatsapp(), startFakeSmtp()]);
});
afterAll(async () => {
  await Promise.all([whatsapp.stop(), smtp.stop()]);
});

const BODY = "Usaha Anda terverifikasi.\nSelamat berjualan.";
let running = 0;

/** A message to a new number; `email` gives that number an account with an address. @returns its id */
async function aMessage({ email }: { email?: string } = {}): Promise<number> {
  const mobile = `+62818${String(60_000_000 + ++running)}`;
  if (email) {
    await db.insertInto("account").values({ mobile, name: "Wati", password_hash: "none", email }).execute();
  }
  const key = `test:${running}`;
  await db.transaction().execute((tx) =>
    sendMessage(tx, {
      key,
      kind: "uji",
      subject: "Usaha terverifikasi",
      to: { name: "Wati Lestari", mobile },
      body: BODY,
      regencyCode: null,
    }),
  );
  return (await db.selectFrom("message").select("id").where("key", "=", key).executeTakeFirstOrThrow()).id;
}

const stateOf = (id: number) =>
  db
    .selectFrom("message")
    .select(["status", "channel", "tries", "last_error"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

const overWhatsapp = (template?: string) =>
  parseEnv({
    MESSAGE_CHANNEL: "whatsapp",
    WHATSAPP_API_BASE: whatsapp.base,
    WHATSAPP_PHONE_ID: "1234567",
    WHATSAPP_TOKEN: "rahasia-token",
    WHATSAPP_TEMPLATE: template,
  });
const overMail = () => parseEnv({ MESSAGE_CHANNEL: "email", SMTP_URL: smtp.url });

describe("over WhatsApp", () => {
  it("goes to the number as plain text, once", async () => {
    const id = await aMessage();
    await deliverMessage(db, id, overWhatsapp());
    await deliverMessage(db, id, overWhatsapp());
    expect(whatsapp.taken).toHaveLength(1);
    expect(whatsapp.taken[0]).toMatchObject({
      path: "/1234567/messages",
      headers: { authorization: "Bearer rahasia-token" },
      body: { to: "6281860000001", type: "text", text: { body: BODY } },
    });
    expect(await stateOf(id)).toMatchObject({ status: "sent", channel: "whatsapp", tries: 1 });
  });

  it("uses the template that is set, without line breaks", async () => {
    await deliverMessage(db, await aMessage(), overWhatsapp("kabar"));
    const text = "Usaha Anda terverifikasi. Selamat berjualan.";
    expect(whatsapp.taken.at(-1)?.body).toMatchObject({
      type: "template",
      template: { name: "kabar", components: [{ parameters: [{ text }] }] },
    });
  });

  it("is tried again after a refusal, and given up after the last try, without repeating the text", async () => {
    const id = await aMessage();
    whatsapp.answer(500);
    await expect(deliverMessage(db, id, overWhatsapp())).rejects.toThrow(/500/);
    expect(await stateOf(id)).toMatchObject({ status: "queued", tries: 1 });
    for (let tries = 2; tries <= MESSAGE_TRIES; tries++) {
      await expect(deliverMessage(db, id, overWhatsapp())).rejects.toThrow();
    }
    const given = await stateOf(id);
    expect(given).toMatchObject({ status: "failed", tries: MESSAGE_TRIES });
    expect(given.last_error).toBe("WhatsApp menjawab 500, kode 131026");
    whatsapp.answer(200);
  });
});

describe("by e-mail", () => {
  it("goes to the account's address", async () => {
    const id = await aMessage({ email: "wati@contoh.id" });
    await deliverMessage(db, id, overMail());
    expect(smtp.mails.at(-1)).toMatch(/^To: "?Wati Lestari"? <wati@contoh\.id>/m);
    expect(smtp.mails.at(-1)).toContain("Selamat berjualan.");
    expect(await stateOf(id)).toMatchObject({ status: "sent", channel: "email" });
  });

  it("stays in the outbox for whoever gave no address", async () => {
    const before = smtp.mails.length;
    const id = await aMessage();
    await deliverMessage(db, id, overMail());
    expect(smtp.mails).toHaveLength(before);
    expect(await stateOf(id)).toMatchObject({ status: "sent", channel: "outbox" });
  });

  it("says when the server did not take it, and goes out when it does", async () => {
    const id = await aMessage({ email: "salah@contoh.id" });
    smtp.refuse(true);
    await expect(deliverMessage(db, id, overMail())).rejects.toThrow();
    expect(await stateOf(id)).toMatchObject({ status: "queued", channel: "email", tries: 1 });
    smtp.refuse(false);
    await deliverMessage(db, id, overMail());
    expect(await stateOf(id)).toMatchObject({ status: "sent", tries: 2, last_error: null });
  });
});

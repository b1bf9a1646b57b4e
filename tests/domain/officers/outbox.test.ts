import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { deliverMessage } from "#app/domain/notifications/deliver-message.server.ts";
import { sendMessage } from "#app/domain/notifications/send-message.server.ts";
import { findOutbox } from "#app/domain/officers/find-outbox.server.ts";
import { resendMessage } from "#app/domain/officers/resend-message.server.ts";
import { clearExpired } from "#app/domain/reports/clear-expired.server.ts";
import { NotAllowed, StaleRecord } from "#app/lib/errors.ts";
import { anAccount } from "../../factories/account.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
const officer = async (regencyCode: string | null): Promise<Actor> =>
  (await anAccount(db, { memberships: [{ role: "officer", regencyCode, name: "Dinas" }] })).actor;
const [ratna, hendra, dewi] = [await officer("18.71"), await officer("18.09"), await officer(null)];

const ALL = { status: undefined, kind: undefined, mobile: undefined, after: undefined };
let running = 0;

async function aMessage({
  regencyCode = null,
  secret = false,
}: {
  regencyCode?: string | null;
  secret?: boolean;
}) {
  const key = `outbox:${++running}`;
  const to = { name: "Wati", mobile: "+6281512345678" };
  await db
    .transaction()
    .execute((tx) =>
      sendMessage(tx, { key, kind: "uji", subject: key, to, body: "123456 kodenya", secret, regencyCode }),
    );
  return (await db.selectFrom("message").select("id").where("key", "=", key).executeTakeFirstOrThrow()).id;
}
const seenBy = async (actor: Actor, id: number) =>
  (await findOutbox(db, actor, ALL)).messages.find((message) => message.id === id);

describe("the outbox", () => {
  it("shows a regency's officers their own messages, and the province all", async () => {
    const id = await aMessage({ regencyCode: "18.71" });
    expect(await seenBy(ratna, id)).toMatchObject({ status: "queued", body: "123456 kodenya" });
    expect(await seenBy(hendra, id)).toBeUndefined();
    expect(await seenBy(dewi, id)).toBeDefined();
    await expect(findOutbox(db, (await anAccount(db)).actor, ALL)).rejects.toThrow(NotAllowed);
  });

  it("shows a code to the province alone, and only when nothing else delivers it", async () => {
    const id = await aMessage({ regencyCode: "18.71", secret: true });
    expect((await seenBy(dewi, id))?.body).toBeNull();
    await deliverMessage(db, id);
    expect((await seenBy(dewi, id))?.body).toBe("123456 kodenya");
    expect((await seenBy(ratna, id))?.body).toBeNull();
    await sql`update message set channel = 'whatsapp' where id = ${id}`.execute(db);
    expect((await seenBy(dewi, id))?.body).toBeNull();
  });

  it("forgets a code after a day", async () => {
    const [old, fresh] = [await aMessage({ secret: true }), await aMessage({ secret: true })];
    for (const id of [old, fresh]) await deliverMessage(db, id);
    await sql`update message set created_at = now() - interval '25 hours' where id = ${old}`.execute(db);
    await clearExpired(db);
    expect((await seenBy(dewi, old))?.body).toBe("");
    expect((await seenBy(dewi, fresh))?.body).toBe("123456 kodenya");
  });

  it("gives its pages without gaps or doubles", async () => {
    for (let more = 0; more < 35; more++) await aMessage({});
    const first = await findOutbox(db, dewi, ALL);
    const second = await findOutbox(db, dewi, { ...ALL, after: first.next! });
    const ids = [...first.messages, ...second.messages].map(({ id }) => id);
    const { rows } = await sql<{ messages: number }>`select count(*)::int as messages from message`.execute(
      db,
    );
    expect(new Set(ids).size).toBe(rows[0]!.messages);
  });
});

describe("a message that was given up", () => {
  it("is tried again by its own officer, on record, and only while it stands so", async () => {
    const id = await aMessage({ regencyCode: "18.71" });
    await expect(resendMessage(ratna, db, { id })).rejects.toThrow(StaleRecord);
    await sql`update message set status = 'failed', tries = 6 where id = ${id}`.execute(db);
    await expect(resendMessage(hendra, db, { id })).rejects.toThrow(StaleRecord);
    await resendMessage(ratna, db, { id });
    expect(await seenBy(ratna, id)).toMatchObject({ status: "queued", tries: 0 });
    const { rows } =
      await sql`select 1 from audit_log where action = 'message.resend' and thing_key = ${String(id)}`.execute(
        db,
      );
    expect(rows).toHaveLength(1);
  });
});

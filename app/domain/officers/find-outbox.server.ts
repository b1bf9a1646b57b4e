import type { Db } from "#db/client.server.ts";
import { findOutboxRows, listMessageKinds, type OutboxQuestion, type OutboxRow } from "#db/queries/outbox.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

const PER_PAGE = 30;

/**
 * Messages that left or are to leave, newest first: an officer of a regency sees its own, the province all. Texts with
 * a code in them are shown to the province alone, and only while nothing else delivers them.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export async function findOutbox(
  db: Db,
  actor: Actor,
  question: Omit<OutboxQuestion, "regencyCode" | "limit">,
): Promise<{ messages: readonly OutboxRow[]; next: number | null; kinds: readonly string[] }> {
  const { regencyCode } = asOfficer(actor);
  const [rows, kinds] = await Promise.all([
    findOutboxRows(db, { ...question, regencyCode, limit: PER_PAGE + 1 }),
    listMessageKinds(db),
  ]);
  const messages = rows.slice(0, PER_PAGE);
  return { messages, next: rows.length > PER_PAGE ? messages.at(-1)!.id : null, kinds };
}

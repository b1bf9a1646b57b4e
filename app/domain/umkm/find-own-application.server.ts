import type { Db } from "#db/client.server.ts";
import {
  type ApplicationRow,
  findApplicationRow,
  findSealedNumbers,
  listUmkmEvents,
  type UmkmEventRow,
} from "#db/queries/umkm-application.ts";
import { now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { open } from "../../lib/secret-box.server.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { applicationChecklist, type ChecklistPoint } from "./application-checklist.ts";
import { maskNumber } from "./identity-numbers.ts";

/** The check list of an application as it is on record. */
export function checklistOf(row: ApplicationRow, at: Date): ChecklistPoint[] {
  return applicationChecklist({ ...row, documents: row.papers.map((paper) => paper.kind) }, at);
}

export type OwnApplication = {
  readonly umkm: ApplicationRow & {
    /** only its last digits */
    readonly nik: string | null;
    /** "Kota Bandar Lampung" */
    readonly regencyText: string;
  };
  readonly points: readonly ChecklistPoint[];
  readonly events: readonly UmkmEventRow[];
};

/** One's own application with what is missing and what happened to it. @throws NotLoggedIn, NotAllowed */
export async function findOwnApplication(db: Db, actor: Actor): Promise<OwnApplication> {
  const { umkmId } = asSeller(actor).umkm;
  const [row, sealed, events] = await Promise.all([
    findApplicationRow(db, { id: umkmId }),
    findSealedNumbers(db, umkmId),
    listUmkmEvents(db, umkmId),
  ]);
  if (!row) throw new NotFound("umkm");
  const nik = sealed?.nik_sealed ? maskNumber(open("nik", sealed.nik_sealed), { start: 0 }) : null;
  return {
    umkm: { ...row, nik, regencyText: regencyName(row.regency, row.regency_kind) },
    points: checklistOf(row, now()),
    events,
  };
}

import type { Db } from "#db/client.server.ts";
import {
  type ApplicationRow,
  findApplicationRow,
  findSealedNumbers,
  listUmkmEvents,
} from "#db/queries/umkm-application.ts";
import { findSimilarUmkm, type SimilarRow } from "#db/queries/umkm-desk.ts";
import { now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { open } from "../../lib/secret-box.server.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { applicationChecklist } from "./application-checklist.ts";
import { explainUmkmEvent } from "./explain-umkm-event.ts";
import { type FormatCheck, formatChecks } from "./format-checks.ts";
import type { UmkmStatus } from "./umkm-status.ts";

/** Names at least this alike (pg_trgm, 0 … 1) are worth a second look. */
const ALIKE = 0.45;
const MOST_SIMILAR = 5;

export type Similar = Pick<SimilarRow, "slug" | "name" | "owner_name" | "status" | "district"> & {
  readonly why: string;
  /** in this officer's regency, so that they may open it */
  readonly isOwn: boolean;
};

export type UmkmCase = {
  readonly umkm: Omit<ApplicationRow, "has_nik" | "regency_kind">;
  readonly checks: readonly FormatCheck[];
  readonly checklist: readonly {
    readonly key: string;
    readonly label: string;
    readonly missing: string | null;
  }[];
  readonly similar: readonly Similar[];
  readonly history: readonly { readonly at: Date; readonly title: string; readonly note: string | null }[];
  readonly can: { readonly decide: boolean; readonly suspend: boolean; readonly reinstate: boolean };
};

function whyAlike(row: SimilarRow): string {
  const why = [
    ...(row.same_nik ? ["NIK pemilik sama"] : []),
    ...(row.same_mobile ? ["nomor HP sama"] : []),
    ...(row.likeness >= ALIKE ? ["nama mirip"] : []),
  ];
  return why.join(", ");
}

/**
 * Everything an officer needs to decide on a business of their regency; of sealed numbers only the ends.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound (drafts are their owner's alone)
 */
export async function findUmkmCase(db: Db, actor: Actor, slug: string): Promise<UmkmCase> {
  const officer = asOfficer(actor);
  const row = await findApplicationRow(db, { slug });
  if (!row || row.status === "draft") throw new NotFound("umkm");
  requireOfficerOf(actor, row.regency_code);
  const [sealed, events, similar] = await Promise.all([
    findSealedNumbers(db, row.id),
    listUmkmEvents(db, row.id),
    findSimilarUmkm(db, row.id, { likeness: ALIKE, limit: MOST_SIMILAR }),
  ]);
  const { has_nik, regency_kind, ...umkm } = row;
  const status = row.status as UmkmStatus;
  const today = now();
  const documents = row.papers.map((paper) => paper.kind);
  return {
    umkm: { ...umkm, regency: regencyName(row.regency, regency_kind) },
    checks: formatChecks(
      {
        ...row,
        nik: sealed?.nik_sealed ? open("nik", sealed.nik_sealed) : null,
        kbliTitle: row.kbli_title,
        kbliEdition: row.kbli_edition,
      },
      today,
    ),
    checklist: applicationChecklist({ ...row, has_nik, documents }, today),
    similar: similar.map((other) => {
      const isOwn = officer.regencyCode === null || officer.regencyCode === other.regency_code;
      const { slug, name, status, district } = other;
      const owner_name = isOwn ? other.owner_name : "";
      return { slug, name, status, district, owner_name, why: whyAlike(other), isOwn };
    }),
    history: events.map((event) => ({ at: event.at, ...explainUmkmEvent(event) })),
    can: {
      decide: status === "submitted",
      suspend: status === "verified",
      reinstate: status === "suspended",
    },
  };
}

import type { Db } from "#db/client.server.ts";
import { findTurnoverDocument } from "#db/queries/turnover.ts";
import { NotFound } from "../../lib/errors.ts";
import { maskNumber } from "../umkm/identity-numbers.ts";
import { documentNumber, type Turnover } from "./turnover.ts";

export type CheckedDocument = {
  readonly code: string;
  readonly number: string;
  readonly name: string;
  /** only its ends */
  readonly nib: string;
  readonly year: number;
  readonly issuedAt: Date;
  readonly turnover: Turnover;
};

/** What a document's code stands for, for whoever holds the paper; nothing in it is of a person. @throws NotFound */
export async function checkTurnoverDocument(db: Db, code: string): Promise<CheckedDocument> {
  const row = await findTurnoverDocument(db, { code: code.toUpperCase() });
  if (!row) throw new NotFound("dokumen");
  const { name, year, issued_at: issuedAt } = row;
  return {
    code: row.code,
    number: documentNumber(row),
    name,
    nib: maskNumber(row.nib),
    year,
    issuedAt,
    turnover: row.figures as Turnover,
  };
}

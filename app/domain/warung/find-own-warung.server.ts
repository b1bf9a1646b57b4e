import type { Db } from "#db/client.server.ts";
import { findWarungSettings, type WarungSettingsRow } from "#db/queries/warung-settings.ts";
import { NotFound } from "../../lib/errors.ts";

/** How this warung is set. One query. @throws NotFound */
export async function findOwnWarung(db: Db, warungId: number): Promise<WarungSettingsRow> {
  const row = await findWarungSettings(db, warungId);
  if (!row) throw new NotFound("warung");
  return row;
}

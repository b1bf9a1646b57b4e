import { type Actor, asOfficer } from "./actor.ts";

/**
 * The regency that this officer's work is limited to; null for an officer of the province and for the program itself.
 * @throws NotLoggedIn, NotAllowed when it is no officer
 */
export function officeRegency(actor: Actor): string | null {
  return actor.kind === "system" ? actor.regencyCode : asOfficer(actor).regencyCode;
}

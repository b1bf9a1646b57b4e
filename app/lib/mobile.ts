import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * A mobile number as typed in Indonesia ("0812 3456-7890", "+62812…") in E.164, or undefined when it is not one.
 * Numbering plan: libphonenumber's `max` metadata, type MOBILE.
 */
export function parseMobile(typed: string): string | undefined {
  const number = parsePhoneNumberFromString(typed.trim(), "ID");
  if (!number?.isValid()) return undefined;
  const type = number.getType();
  return type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE" ? number.number : undefined;
}

/** Stands where a number was erased; nobody can have it. */
export const ERASED_MOBILE = "+620000000";

/** E.164 as people here read it: `0812-3456-7890`. */
export function mobileText(e164: string): string {
  if (e164 === ERASED_MOBILE) return "nomor dihapus";
  const national = e164.startsWith("+62") ? `0${e164.slice(3)}` : e164;
  return national.replace(/^(\d{4})(\d{3,4})(\d+)$/, "$1-$2-$3");
}

import { randomToken } from "../lib/secret.server.ts";
import { CODE } from "./cookie-names.ts";
import { readCookie, setCookie } from "./cookies.server.ts";

/** Long enough for a code, another one, and a form filled in late. */
const KEPT_SECONDS = 60 * 60;

/** A new token for a form that asks for a code: the form sent twice asks once. */
export function newCodeToken(): string {
  return randomToken(24);
}

/** The token that came with the form, or a new one when it is mangled. */
export function codeTokenOf(form: FormData): string {
  const given = form.get("kunci");
  return typeof given === "string" && /^[\w-]{32}$/.test(given) ? given : newCodeToken();
}

/** The token of the code that this browser asked for last. */
export function codeToken(request: Request): string | undefined {
  return readCookie(request, CODE);
}

/** Headers that make the browser remember which code it asked for. */
export function codeHeaders(token: string): Headers {
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie(CODE, token, { maxAgeSeconds: KEPT_SECONDS }));
  return headers;
}

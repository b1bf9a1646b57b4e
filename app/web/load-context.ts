import type { Changes } from "../lib/changes.ts";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** lets a page that stays open wait for changes */
    readonly changes: Changes;
    /** of the browser, as far as it is known: for limits on tries, never for the log */
    readonly clientAddress: string;
    /** in the log line of this request, and shown to people on the page of an unexpected error */
    readonly requestId: string;
    /** marks the page's own inline scripts (Content-Security-Policy) */
    readonly nonce: string;
  }
}

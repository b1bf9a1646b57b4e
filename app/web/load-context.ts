import type { Changes } from "../lib/changes.ts";
import type { Searched } from "./http/search-counter.ts";

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
    /** a search page tells what it found; a page that is kept tells it again each time it is sent */
    readonly searched: (searched: Searched) => void;
  }
}

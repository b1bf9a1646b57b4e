import type { ActionFunctionArgs } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import { database } from "#db/db.server.ts";
import { BadSignature } from "../lib/errors.ts";

type Sent = { readonly db: Db; readonly payload: Uint8Array; readonly header: (name: string) => string };

/** A webhook: no form and nobody logged in, but bytes exactly as they came. What was not signed is answered with 400. */
export function hooking(take: (sent: Sent) => Promise<void>) {
  return async ({ request }: ActionFunctionArgs): Promise<Response> => {
    const payload = new Uint8Array(await request.arrayBuffer());
    const header = (name: string) => request.headers.get(name) ?? "";
    try {
      await take({ db: database(), payload, header });
      return new Response(null, { status: 200 });
    } catch (error) {
      if (error instanceof BadSignature) return new Response(null, { status: 400 });
      throw error;
    }
  };
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import { database } from "#db/db.server.ts";
import type { Actor } from "../domain/accounts/actor.ts";
import { findActor } from "../domain/accounts/find-actor.server.ts";
import { NotAForm, NotFound, StaleOffer, StaleOrder } from "../lib/errors.ts";
import { SESSION } from "./cookie-names.ts";
import { readCookie } from "./cookies.server.ts";
import { type Problem, problemReply, refuse } from "./reply.server.ts";

type Asked = {
  readonly request: Request;
  readonly params: Record<string, string | undefined>;
  readonly context: LoaderFunctionArgs["context"];
  readonly url: URL;
  readonly db: Db;
  readonly actor: Actor;
};

const actors = new WeakMap<object, Promise<Actor>>();

/** The loaders of one page run side by side; they share one load context, and one look-up of who is asking. */
function actorOf(request: Request, context: object, db: Db): Promise<Actor> {
  let found = actors.get(context);
  if (!found) {
    found = findActor(db, readCookie(request, SESSION));
    actors.set(context, found);
  }
  return found;
}

/** Slugs, codes and numbers are plain letters; anything else names nothing, and could not be redirected to. */
const NOT_IN_ADDRESSES = /[^\x21-\x7e]/;

/** @throws NotFound for an address that nothing has */
async function asked({ request, params, context }: LoaderFunctionArgs): Promise<Asked> {
  if (Object.values(params).some((part) => part && NOT_IN_ADDRESSES.test(part)))
    throw new NotFound("halaman");
  const db = database();
  return {
    request,
    params,
    context,
    url: new URL(request.url),
    db,
    actor: await actorOf(request, context, db),
  };
}

/**
 * For a form on another page: where to go when it went well, and where to hear that the order had moved on.
 * Other errors pass through.
 */
export async function elsewhere(
  act: () => Promise<void>,
  done: Response | (() => Response),
  late: Response,
): Promise<Response> {
  try {
    await act();
    return typeof done === "function" ? done() : done;
  } catch (error) {
    if (error instanceof StaleOffer || error instanceof StaleOrder) return late;
    throw error;
  }
}

/** What a page sent, without the NULs that PostgreSQL does not take as text. @throws NotAForm */
async function readSent(request: Request): Promise<FormData> {
  const sent = await request.formData().catch(() => {
    throw new NotAForm();
  });
  const clean = new FormData();
  for (const [name, value] of sent)
    clean.append(name, typeof value === "string" ? value.replaceAll("\0", "") : value);
  return clean;
}

/** A loader: what it throws by name becomes the error page, or the way to log in. */
export function reading<Data>(read: (asked: Asked) => Promise<Data>) {
  return async (args: LoaderFunctionArgs): Promise<Data> => {
    try {
      return await read(await asked(args));
    } catch (error) {
      throw refuse(error, args.request);
    }
  };
}

/**
 * An action: returns where to go next (a redirect) or data. What it throws by name comes back to the form as a
 * `Problem` with everything that was typed; the rest goes to the error page.
 */
export function acting<Data>(act: (asked: Asked & { readonly form: FormData }) => Promise<Data>) {
  return async (args: ActionFunctionArgs): Promise<Data | Problem> => {
    let form = new FormData();
    try {
      const people = await asked(args);
      form = await readSent(args.request);
      return await act({ ...people, form });
    } catch (error) {
      return problemReply(error, form, args.request) as Problem;
    }
  };
}

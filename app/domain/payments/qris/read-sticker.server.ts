import { BadInput } from "../../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../../accounts/actor.ts";
import { BadQris, type Qris, readStaticQris } from "./read-qris.ts";
import { scanQr } from "./scan-qr.server.ts";

/** What a static code says, or the sentence that says why it is none. */
function tryToRead(text: string): Qris | string {
  try {
    return readStaticQris(text);
  } catch (error) {
    if (error instanceof BadQris) return error.message;
    throw error;
  }
}

/** As `readStaticQris`, for a form. @throws BadInput on `qris` */
export function readPastedQris(text: string): Qris {
  const read = tryToRead(text);
  if (typeof read === "string") throw new BadInput({ qris: read });
  return read;
}

/**
 * What the sticker of a warung says, from its photo or from the text of its code; nothing is kept yet. Of several codes in one photo the
 * QRIS counts.
 * @throws NotLoggedIn, NotAllowed for staff, BadInput on `foto` or `qris` with what is wrong
 */
export async function readSticker(
  actor: Actor,
  { photo, text }: { photo: Uint8Array | undefined; text: string },
): Promise<Qris> {
  asWarungOwner(actor);
  if (!photo) return readPastedQris(text);
  const read = (await scanQr(photo, "foto")).map(tryToRead);
  const qris = read.find((one) => typeof one !== "string");
  if (!qris) throw new BadInput({ foto: String(read[0]) });
  return qris;
}

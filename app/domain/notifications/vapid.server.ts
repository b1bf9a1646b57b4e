import { createECDH } from "node:crypto";
import { env } from "../../lib/env.server.ts";
import { keyFor } from "../../lib/secret.server.ts";

export type Vapid = { readonly subject: string; readonly publicKey: string; readonly privateKey: string };

let vapid: Vapid | undefined;

/**
 * The key pair that push services know us by (VAPID, RFC 8292; base64url): VAPID_PRIVATE_KEY, else one derived from the
 * root secret, so that all processes agree and a restart changes nothing. (A derived number beyond the curve's order
 * has a chance of one in four billion; the next purpose is taken then.)
 */
export function vapidKeys(): Vapid {
  if (vapid) return vapid;
  const { VAPID_PRIVATE_KEY: given, VAPID_SUBJECT: subject } = env();
  const curve = createECDH("prime256v1");
  if (given) curve.setPrivateKey(given, "base64url");
  for (let tries = 0; !given; tries++) {
    try {
      curve.setPrivateKey(keyFor(`vapid-${tries}`));
      break;
    } catch (error) {
      if (tries > 3) throw error;
    }
  }
  vapid = {
    subject,
    publicKey: curve.getPublicKey("base64url"),
    privateKey: curve.getPrivateKey().toString("base64url").padStart(43, "A"),
  };
  return vapid;
}

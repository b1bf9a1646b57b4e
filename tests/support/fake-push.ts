import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type PushTaken = {
  readonly path: string;
  readonly ttl: number;
  readonly topic: string | undefined;
  readonly urgency: string | undefined;
  /** what the device shows */
  readonly note: {
    readonly title: string;
    readonly body: string;
    readonly url: string;
    readonly tag: string;
  };
};

export type FakePush = {
  readonly origin: string;
  readonly taken: PushTaken[];
  /** what the service and its browsers found wrong with what came */
  readonly faults: string[];
  /** a browser that subscribes with our key (base64url) */
  readonly subscribe: (vapidKey: string) => { endpoint: string; p256dh: string; auth: string };
  /** answers the next requests with this status; 201 takes them again */
  readonly answer: (status: number) => void;
  readonly stop: () => Promise<void>;
};

type Browser = { readonly keys: ECDH; readonly auth: Buffer; readonly vapidKey: string };

/** Opens a body sealed as aes128gcm (RFC 8188) for a browser's keys (RFC 8291, section 3.4). @throws when it was not */
function openSealed(body: Buffer, { keys, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body[20]!);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), keys.getPublicKey(), sender]);
  const ikm = Buffer.from(hkdfSync("sha256", keys.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: nonce\0", 12));
  const sealed = body.subarray(21 + sender.length);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // the last record ends with 2, then zeros
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}

/** What is wrong with `Authorization: vapid t=JWT, k=KEY` (RFC 8292) for this origin and the key subscribed with. */
function vapidFault(header: string | undefined, origin: string, vapidKey: string): string | undefined {
  const [, token = "", key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header ?? "") ?? [];
  if (key !== vapidKey) return "another key than subscribed with";
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const [head, claims, signature] = token.split(".");
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature ?? "", "base64url"),
  );
  if (!isSigned) return "not signed with its key";
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims!, "base64url").toString("utf8"));
  if (aud !== origin) return `for ${aud}`;
  if (!(exp > Date.now() / 1000 && exp <= Date.now() / 1000 + 24 * 3600)) return `until ${exp}`;
  return /^(mailto:|https:)/.test(sub) ? undefined : `from ${sub}`;
}

/** A push service with its browsers: it checks who sends, and each browser opens what is sealed for it. */
export async function startFakePush(): Promise<FakePush> {
  const browsers = new Map<string, Browser>();
  const taken: PushTaken[] = [];
  const faults: string[] = [];
  let status = 201;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const path = request.url ?? "";
    const browser = browsers.get(path);
    if (status === 201 && browser) {
      const { authorization, ttl, topic, urgency } = request.headers;
      const fault = vapidFault(authorization, origin, browser.vapidKey);
      if (fault) faults.push(fault);
      try {
        const note = JSON.parse(openSealed(Buffer.concat(parts), browser));
        taken.push({
          path,
          ttl: Number(ttl),
          topic: topic as string | undefined,
          urgency: urgency as string | undefined,
          note,
        });
      } catch (error) {
        faults.push(String(error));
      }
    }
    response.writeHead(browser ? status : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    taken,
    faults,
    subscribe: (vapidKey) => {
      const keys = createECDH("prime256v1");
      keys.generateKeys();
      const auth = randomBytes(16);
      const path = `/kirim/${randomBytes(8).toString("hex")}`;
      browsers.set(path, { keys, auth, vapidKey });
      return {
        endpoint: `${origin}${path}`,
        p256dh: keys.getPublicKey("base64url"),
        auth: auth.toString("base64url"),
      };
    },
    answer: (next) => {
      status = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { resolve } from "node:path";
import { z } from "zod";

/** A time of day, `21.00` or `21:00`, as minutes since midnight. */
const timeOfDay = (usual: string) =>
  z
    .string()
    .regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, "harus jam seperti 21.00")
    .default(usual)
    .transform((text) => {
      const [hours = 0, minutes = 0] = text.split(/[.:]/).map(Number);
      return hours * 60 + minutes;
    });

/** Every variable the app reads; `.env.example` lists them for people. An empty one counts as not set. */
const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number("harus angka 1 sampai 65535").int().min(1).max(65535).default(3000),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((path) => resolve(path)),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "harus berupa alamat seperti postgres://nama:sandi@host:5432/basisdata",
    })
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  MEILISEARCH_URL: z.url({ protocol: /^https?$/, error: "harus berupa alamat http(s)" }).optional(),
  /** Writes the index: for the worker and for rebuilding, never for the web process. */
  MEILISEARCH_API_KEY: z.string().min(8, "paling sedikit 8 huruf").optional(),
  /** Can only search; made from the one above when that is the master key. */
  MEILISEARCH_SEARCH_KEY: z.string().min(8, "paling sedikit 8 huruf").optional(),
  MEILISEARCH_INDEX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/, "hanya huruf, angka, - dan _")
    .default("katalog"),
  SESSION_SECRET: z.string().min(32, "paling sedikit 32 huruf acak").optional(),
  /** `1` when people reach the shop over https only: cookies are then never sent in the clear. */
  COOKIES_SECURE: z
    .enum(["0", "1"])
    .default("0")
    .transform((value) => value === "1"),
  /** Where people reach the shop from outside, for links in messages: `https://lapaklampung.id`. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "harus berupa alamat http(s)" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  /** How messages leave: kept for officers to read, over WhatsApp, or by e-mail to those who have one. */
  MESSAGE_CHANNEL: z.enum(["outbox", "whatsapp", "email"]).default("outbox"),
  WHATSAPP_API_BASE: z
    .url({ protocol: /^https?$/, error: "harus berupa alamat http(s)" })
    .default("https://graph.facebook.com/v23.0"),
  WHATSAPP_PHONE_ID: z.string().regex(/^\d+$/, "hanya angka").optional(),
  WHATSAPP_TOKEN: z.string().min(8, "paling sedikit 8 huruf").optional(),
  /** Name of the approved template with one text parameter; without it plain texts are sent. */
  WHATSAPP_TEMPLATE: z.string().optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "harus berupa alamat seperti smtp://nama:sandi@host:587" })
    .optional(),
  SMTP_FROM: z.string().default("Lapak Lampung <tanpa-balas@lapaklampung.id>"),
  /** Between these times of day (WIB) nothing leaves that can wait; the same twice: no quiet hours. Minutes of the day. */
  QUIET_FROM: timeOfDay("21.00"),
  QUIET_UNTIL: timeOfDay("07.00"),
  /** Signs what makes devices ring (VAPID, RFC 8292): a P-256 private key, 32 bytes as base64url. */
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, "harus kunci P-256, 43 huruf base64url")
    .optional(),
  /** Whom a push service writes to when something is wrong with what we send. */
  VAPID_SUBJECT: z
    .url({ protocol: /^(https|mailto)$/, error: "harus berupa alamat https: atau mailto:" })
    .default("mailto:bantuan@lapaklampung.id"),
  /** Origins of the push services that browsers use; nothing else is ever asked, whatever a browser claims. */
  PUSH_SERVICES: z
    .string()
    .default(
      "https://fcm.googleapis.com https://*.push.services.mozilla.com https://*.push.apple.com https://*.notify.windows.com",
    )
    .transform((list) => list.split(/\s+/).filter(Boolean)),
  /** Cards are offered only with it. */
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_\w{8,}$/, "harus kunci rahasia Stripe, sk_… atau rk_…")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w{8,}$/, "harus rahasia webhook Stripe, whsec_…")
    .optional(),
  /** Another server that speaks Stripe's API. */
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/, error: "harus berupa alamat http(s)" })
    .default("https://api.stripe.com"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** A file that the log goes to; only errors then show on the screen. */
  LOG_FILE: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  /** Minutes of opening time a warung has to answer an offer. */
  OFFER_MINUTES: z.coerce.number().positive().max(240).default(15),
  /** Offers an order gets before an officer takes over. */
  OFFER_LIMIT: z.coerce.number().int().min(1).max(20).default(3),
  /** Rupiah below which a settlement waits for the next week: a transfer costs, too. */
  SETTLEMENT_MINIMUM: z.coerce.number().int().min(1).max(1_000_000).default(10_000),
  /** A warung hands in what it holds for others within so many working days, and before it is more than so many rupiah. */
  CASH_LIMIT_DAYS: z.coerce.number().int().min(1).max(60).default(3),
  CASH_LIMIT_RUPIAH: z.coerce.number().int().min(10_000).max(1_000_000_000).default(2_000_000),
  /** Where warung transfer it to, as they read it: `Bank Lampung 380.00.01.12345.6 a.n. Lapak Lampung`. */
  DEPOSIT_ACCOUNT: z.string().max(200).optional(),
});

/** A channel that lacks what it needs would lose every message: better not to start. */
const Complete = Environment.superRefine((given, context) => {
  const needs: Record<typeof given.MESSAGE_CHANNEL, readonly (keyof typeof given)[]> = {
    outbox: [],
    whatsapp: ["WHATSAPP_PHONE_ID", "WHATSAPP_TOKEN"],
    email: ["SMTP_URL"],
  };
  for (const name of needs[given.MESSAGE_CHANNEL]) {
    if (given[name] === undefined)
      context.addIssue({
        code: "custom",
        path: [name],
        message: `perlu diisi untuk ${given.MESSAGE_CHANNEL}`,
      });
  }
  if (given.STRIPE_SECRET_KEY && !given.STRIPE_WEBHOOK_SECRET)
    context.addIssue({
      code: "custom",
      path: ["STRIPE_WEBHOOK_SECRET"],
      message: "perlu diisi bersama STRIPE_SECRET_KEY",
    });
});

/** Their names, for the test that `.env.example` is complete. */
export const VARIABLES = Object.keys(Environment.shape);

export type Env = Readonly<z.infer<typeof Environment>>;

/** Thrown when a variable has a value the app cannot work with; names the variable. */
export class BadEnvironment extends Error {
  override name = "BadEnvironment";
}

/**
 * Parses a set of variables.
 * @throws BadEnvironment naming each wrong variable and what it should be
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Complete.safeParse(filled);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new BadEnvironment(`Pengaturan salah.\n  ${wrong.join("\n  ")}\nLihat .env.example.`);
}

let current: Env | undefined;

/** The environment of this process, parsed once. @throws BadEnvironment */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

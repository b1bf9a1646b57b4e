import { Secret, TOTP } from "otpauth";

/** RFC 6238 as authenticator apps know it: SHA-1, six digits, 30 seconds. */
const PERIOD_SECONDS = 30;
/** A phone's clock may be one step off. */
const WINDOW = 1;

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer: "Lapak Lampung",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}

/** A new secret of 160 bits, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from the QR code (`otpauth://totp/…`). `label`: the person's number. */
export function totpAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The code that holds at this moment. */
export function totpCode(secret: string, at: Date): string {
  return totpOf(secret).generate({ timestamp: at.getTime() });
}

/** The 30-second step that a code belongs to, counted from 1970; undefined when it is wrong. */
export function totpStep(secret: string, code: string, at: Date): number | undefined {
  const offset = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: WINDOW });
  return offset === null ? undefined : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + offset;
}

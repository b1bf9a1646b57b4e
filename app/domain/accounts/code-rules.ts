/** How long a code holds, in minutes. */
export const CODE_MINUTES = 10;
/** How often a code may be typed wrong. */
export const CODE_TRIES = 5;
/** How soon another code is sent to the same browser and number, in seconds. */
export const RESEND_SECONDS = 60;
/** Codes per number, and per network address, in an hour. */
export const CODES_PER_HOUR = { number: 4, address: 20 } as const;

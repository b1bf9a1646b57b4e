import { z } from "zod";

/** A licence's number as people copy it: upper case, without spaces, dots and dashes; null when left empty. */
export const licenceNumber = z
  .string()
  .transform((typed) => typed.toUpperCase().replace(/[\s.-]/g, ""))
  .optional()
  .transform((number) => number || null);

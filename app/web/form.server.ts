import { z } from "zod";
import { isDate } from "../lib/clock.ts";
import { BadInput } from "../lib/errors.ts";
import { parseMobile } from "../lib/mobile.ts";

/**
 * Reads a form by its schema; empty fields count as not sent, spaces around are dropped.
 * @throws BadInput with one Indonesian sentence per wrong field
 */
export function readForm<Schema extends z.ZodType>(form: FormData, schema: Schema): z.output<Schema> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && value.trim() !== "") values[name] = value.trim();
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? "")] ??= issue.message;
  throw new BadInput(fields);
}

/** A text field that must be filled. `what` completes "Isi …". Control characters are dropped. */
export function text(what: string, { min = 1, max = 200 }: { min?: number; max?: number } = {}) {
  return (
    z
      .string({ error: `Isi ${what}.` })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .transform((value) => value.replace(/[\u0000-\u001f\u007f]+/g, " ").trim())
      .pipe(
        z
          .string()
          .min(min, `Isi ${what}, paling sedikit ${min} huruf.`)
          .max(max, `Terlalu panjang, paling banyak ${max} huruf.`),
      )
  );
}

/** A mobile number, as E.164. */
export const mobile = z
  .string({ error: "Isi nomor HP." })
  .transform((typed) => parseMobile(typed) ?? "")
  .pipe(z.string().min(1, "Nomor HP ini tidak dikenali. Contoh: 0812-3456-7890."));

/** A password as it was typed; whether it is strong enough says the domain. */
export const password = z.string({ error: "Isi kata sandi." });

/** An e-mail address, as far as its form tells. */
export const email = z
  .string()
  .max(200, "E-mail ini terlalu panjang.")
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "E-mail ini tidak lengkap. Contoh: wati@contoh.id.");

/** A code of six digits; the space that some phones put in its middle is forgiven. */
export const sixDigits = z
  .string({ error: "Isi kode 6 angka dari pesan kami." })
  .transform((typed) => typed.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "Kode terdiri dari 6 angka."));

/** A whole number written with or without dots (`12.500`). */
export function wholeNumber(
  what: string,
  { min = 0, max = 1_000_000_000 }: { min?: number; max?: number } = {},
) {
  const sentence = `${what} harus angka ${min.toLocaleString("id-ID")} sampai ${max.toLocaleString("id-ID")}.`;
  return z
    .string({ error: `Isi ${what.toLowerCase()}.` })
    .transform((typed) =>
      /^\d{1,12}$|^\d{1,3}(\.\d{3})+$/.test(typed) ? Number(typed.replaceAll(".", "")) : Number.NaN,
    )
    .pipe(z.number({ error: sentence }).int(sentence).min(min, sentence).max(max, sentence));
}

/** A calendar day as a date field sends it: `2026-12-25`. */
export const day = z
  .string({ error: "Pilih tanggalnya." })
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "Tanggal ini tidak kami kenali.")
  .refine(isDate, "Tanggal ini tidak ada.");

/** An id from a hidden field. */
export const id = z
  .string({ error: "Formulir ini tidak lengkap. Muat ulang halaman, lalu coba lagi." })
  .regex(/^[1-9]\d{0,14}$/, "Formulir ini tidak lengkap. Muat ulang halaman, lalu coba lagi.")
  .transform(Number);

/** The files chosen in a field, without the empty one that browsers send when none was. */
export function files(form: FormData, field: string): File[] {
  return form.getAll(field).filter((value): value is File => typeof value !== "string" && value.size > 0);
}

/** The first file chosen in a field. @throws BadInput with `missing` when there is none */
export function file(form: FormData, field: string, missing: string): File {
  const [first] = files(form, field);
  if (!first) throw new BadInput({ [field]: missing });
  return first;
}

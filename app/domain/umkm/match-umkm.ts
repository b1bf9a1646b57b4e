import type { WrongCell } from "../../lib/import-rows.ts";

/** By what a business is known again. `nik` is the fingerprint of the owner's NIK, never the NIK. */
export type UmkmKeys = {
  readonly nib: string | null;
  readonly nik: string | null;
  readonly name: string;
  readonly mobile: string;
};
export type OnRecord = UmkmKeys & { readonly id: number };

/** The business a row means (undefined: a new one), or which cell contradicts the record. */
export type Match<Known> = { readonly known: Known | undefined } | Omit<WrongCell, "row">;

/** "UD. Maju Jaya" and "ud maju  jaya" with one number are one business. */
export function contactKey({ name, mobile }: Pick<UmkmKeys, "name" | "mobile">): string {
  const bare = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return `kontak:${mobile}/${bare}`;
}

/** Every key of a row, for finding it again in the same sheet. */
export function keysOf(row: UmkmKeys): string[] {
  const numbers = [row.nib && `nib:${row.nib}`, row.nik && `nik:${row.nik}`];
  return [...numbers.filter((key) => key !== null), contactKey(row)];
}

/** The businesses on record by each of their keys. */
export class Register<Known extends OnRecord> {
  readonly #nib = new Map<string, Known>();
  readonly #nik = new Map<string, Known>();
  readonly #contact = new Map<string, Known[]>();

  constructor(known: readonly Known[]) {
    for (const one of known) {
      if (one.nib !== null) this.#nib.set(one.nib, one);
      if (one.nik !== null) this.#nik.set(one.nik, one);
      const key = contactKey(one);
      this.#contact.set(key, [...(this.#contact.get(key) ?? []), one]);
    }
  }

  /**
   * Same NIB, same NIK, or same number and name = same business. Keys that point to two different businesses are told,
   * never decided.
   */
  match(row: UmkmKeys): Match<Known> {
    const byNib = row.nib === null ? undefined : this.#nib.get(row.nib);
    const byNik = row.nik === null ? undefined : this.#nik.get(row.nik);
    if (byNik && byNik.id !== byNib?.id && (byNib || (row.nib !== null && byNik.nib !== null))) {
      const whose = byNik.nib === null ? `"${byNik.name}"` : `usaha dengan NIB ${byNik.nib}`;
      return { column: "nik", message: `NIK ini sudah dipakai ${whose}.` };
    }
    const sure = byNib ?? byNik;
    if (sure) return { known: sure };
    const [only, ...others] = this.#contact.get(contactKey(row)) ?? [];
    if (!only) return { known: undefined };
    if (others.length > 0) {
      const message = `Ada ${others.length + 1} usaha dengan nama dan nomor HP ini. Isi NIB atau NIK-nya.`;
      return { column: "nama_usaha", message };
    }
    if (row.nib !== null && only.nib !== null)
      return { column: "nib", message: `Nama dan nomor HP ini tercatat dengan NIB ${only.nib}.` };
    if (row.nik !== null && only.nik !== null)
      return { column: "nik", message: "Nama dan nomor HP ini tercatat dengan NIK lain." };
    return { known: only };
  }
}

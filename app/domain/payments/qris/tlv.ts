/** One data object: two digits say what it is, two how long it is, then what it says. */
export type Field = { readonly tag: string; readonly value: string };

/** Longest value of a field: its length has two digits. */
export const LONGEST_VALUE = 99;

/** Cuts a text into its data objects (EMV QRCPS MPM 1.1, 4.2); null when it does not come out even. */
export function readFields(text: string): Field[] | null {
  const fields: Field[] = [];
  for (let at = 0; at < text.length; ) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4));
    if (!head) return null;
    const [, tag = "", digits = ""] = head;
    const length = Number(digits);
    const value = text.slice(at + 4, at + 4 + length);
    if (length === 0 || value.length < length) return null;
    fields.push({ tag, value });
    at += 4 + length;
  }
  return fields;
}

/** Writes data objects one after the other; what `readFields` reads. */
export function writeFields(fields: readonly Field[]): string {
  return fields.map(({ tag, value }) => `${tag}${String(value.length).padStart(2, "0")}${value}`).join("");
}

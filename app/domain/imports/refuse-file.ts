import { BadInput } from "../../lib/errors.ts";

/** Field of the form that the file is chosen in. */
export const FILE_FIELD = "berkas";

/** The file cannot be taken; the sentence says why and what to do. */
export function refuseFile(sentence: string): BadInput {
  return new BadInput({ [FILE_FIELD]: sentence });
}

export const BROKEN_WORKBOOK =
  "Berkas Excel ini rusak atau terpotong. Buka di Excel, simpan lagi, lalu unggah ulang.";

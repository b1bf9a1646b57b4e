import { z } from "zod";

/** Answers that hold for a whole file. */
export const RunOptions = z.object({
  /** of what is new: a business, a warung or a product */
  status: z.string().default(""),
  /** day (WIB) and source of the figures of affected businesses */
  countedOn: z.iso.date({ error: "Isi tanggal pendataan." }).optional(),
  countSource: z.string().max(200).optional(),
});
export type RunOptions = z.infer<typeof RunOptions>;

import { z } from "zod";
import { id, readForm } from "./form.server.ts";

const Schema = z.object({
  pertanyaan: id,
  pilihan: z.enum(["substituted", "dropped", "cancelled"], { error: "Pilih satu dulu." }),
});

/** The answer to a question about missing goods as its form sends it. @throws BadInput */
export function readShortageAnswer(form: FormData) {
  const { pertanyaan: shortageId, pilihan: decision } = readForm(form, Schema);
  return { shortageId, decision };
}

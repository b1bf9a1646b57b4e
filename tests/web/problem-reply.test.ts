import { expect, it } from "vitest";
import { BadInput } from "#app/lib/errors.ts";
import { type Problem, problemReply } from "#app/web/reply.server.ts";

/** What a refused form with these fields shows again. */
async function shownAgain(fields: Record<string, string>): Promise<Problem["problem"]["values"]> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = new Request("http://localhost/formulir", { method: "POST" });
  const reply = problemReply(new BadInput({ alasan: "Tulis alasannya." }), form, request) as Response;
  return ((await reply.json()) as Problem).problem.values;
}

it("never sends a secret back", async () => {
  const secrets = {
    kata_sandi: "a",
    kata_sandi_lama: "b",
    pin: "1234",
    kode: "123456",
    nik: "18",
    rekening: "9",
  };
  expect(await shownAgain({ ...secrets, nama: "Rina" })).toEqual({ nama: "Rina" });
});

it("keeps fields that only have such a word in their name, as the tick on the point NIK", async () => {
  const ticks = { "butir.nik": "ya", "butir.rekening": "ya", pinjaman: "0" };
  expect(await shownAgain(ticks)).toEqual(ticks);
});

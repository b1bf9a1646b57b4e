import { expect, it } from "vitest";
import { ERASED_MOBILE } from "#app/lib/mobile.ts";
import { whatsappLink } from "#app/lib/whatsapp-link.ts";

it("opens a chat with the text written", () => {
  expect(whatsappLink("+6281234567890", "Halo Rina & Budi,\nsiap?")).toBe(
    "https://wa.me/6281234567890?text=Halo%20Rina%20%26%20Budi%2C%0Asiap%3F",
  );
});

it("leads nowhere for a number that was erased", () => {
  expect(whatsappLink(ERASED_MOBILE, "Halo")).toBeNull();
});

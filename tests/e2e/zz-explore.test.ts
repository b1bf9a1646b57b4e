import { it } from "vitest";
import { startApp } from "../support/app.ts";
it("x", async () => {
  const app = await startApp();
  const out: Record<string, number> = {};
  for (const mb of [3, 10]) for (let i = 0; i < 25; i++) {
    const k = await fetch(app.url + "/keranjang", { method: "POST", body: new URLSearchParams({ a: "x".repeat(mb * 1e6) }), signal: AbortSignal.timeout(3000) })
      .then(async (r) => { await r.text(); return String(r.status); }, (e) => e.cause?.code ?? e.name);
    out[`${mb} MB ${k}`] = (out[`${mb} MB ${k}`] ?? 0) + 1;
  }
  console.log(out);
  await app.stop();
});

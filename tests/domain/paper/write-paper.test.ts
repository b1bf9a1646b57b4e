import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { writePaper } from "#app/domain/paper/write-paper.server.ts";

const AT = new Date("2026-11-25T10:00:00Z");
const paper = (text: string) =>
  writePaper({ title: "Uji", foot: "Uji", at: AT }, (pen) => pen.title(text, "catatan").text(text));

type Glyph = { readonly path: { readonly commands: readonly unknown[] } };
type Font = { readonly numGlyphs: number; readonly getGlyph: (id: number) => Glyph };
const { create } = createRequire(createRequire(import.meta.url).resolve("pdfkit"))("fontkit") as {
  create: (bytes: Buffer) => Font;
};

/** The fonts inside a PDF, opened. */
function fontsIn(bytes: Buffer): Font[] {
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, id]) => {
    const at = text.indexOf(`\n${id} 0 obj`);
    const from = text.indexOf("stream\n", at) + "stream\n".length;
    return create(inflateSync(bytes.subarray(from, text.indexOf("\nendstream", from))));
  });
}

it("embeds its two weights with their outlines: a font may load and still draw nothing", async () => {
  const fonts = fontsIn(await paper("Penyelesaian Rp12.500"));
  expect(fonts).toHaveLength(2);
  for (const font of fonts) {
    const drawn = Array.from({ length: font.numGlyphs - 1 }, (_, at) => font.getGlyph(at + 1)).filter(
      ({ path }) => path.commands.length > 0,
    );
    expect(drawn.length).toBeGreaterThan(5);
  }
});

it("is the same bytes for the same content and moment, and others for other content", async () => {
  expect((await paper("satu")).equals(await paper("satu"))).toBe(true);
  expect((await paper("satu")).equals(await paper("dua"))).toBe(false);
});

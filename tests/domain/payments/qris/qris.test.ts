import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crcOf } from "#app/domain/payments/qris/crc.ts";
import { readQris, readStaticQris } from "#app/domain/payments/qris/read-qris.ts";
import { type Field, LONGEST_VALUE, readFields, writeFields } from "#app/domain/payments/qris/tlv.ts";
import { fitsQris, MOST_PER_QRIS, withAmount } from "#app/domain/payments/qris/with-amount.ts";

/** Codes that shops and providers published, with the sums that their providers computed. */
const PUBLISHED = {
  demak:
    "00020101021126570011ID.DANA.WWW011893600915302259148102090225914810303UMI51440014ID.CO.QRIS.WWW0215ID10200176114730303UMI5204581253033605802ID5922Warung Sayur Bu Sugeng6010Kab. Demak610559567630458C7",
  palembang:
    "00020101021126570011ID.DANA.WWW011893600915303371673602090337167360303UMI51440014ID.CO.QRIS.WWW0215ID10265623758930303UMI5204737253033605802ID5906Conweb6014Kota Palembang61053016163045C12",
  palembang25000:
    "00020101021226570011ID.DANA.WWW011893600915303371673602090337167360303UMI51440014ID.CO.QRIS.WWW0215ID10265623758930303UMI5204737253033605405250005802ID5906Conweb6014Kota Palembang6105301616304B25F",
  palembang2500:
    "00020101021226570011ID.DANA.WWW011893600915303371673602090337167360303UMI51440014ID.CO.QRIS.WWW0215ID10265623758930303UMI520473725303360540425005802ID5906Conweb6014Kota Palembang6105301616304A83C",
  kebumenOnce:
    "00020101021226610016ID.CO.SHOPEE.WWW01189360091800216005230208216005230303UME51440014ID.CO.QRIS.WWW0215ID10243228429300303UME5204792953033605409100003.005802ID5907Pakasir6012KAB. KEBUMEN61055439262230519SP25RZRATEQI2HQ65Q46304A079",
} as const;

/** A code with these fields changed, added or (null) left out, and a sum that is right. */
function changed(changes: Readonly<Record<string, string | null>>): string {
  const fields = new Map(readFields(PUBLISHED.demak)!.map(({ tag, value }) => [tag, value]));
  fields.delete("63");
  for (const [tag, value] of Object.entries(changes))
    value === null ? fields.delete(tag) : fields.set(tag, value);
  const summed = `${writeFields([...fields].sort().map(([tag, value]) => ({ tag, value })))}6304`;
  return summed + crcOf(summed);
}

const printable = (most: number) =>
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: most,
  });

const someFields: fc.Arbitrary<Field[]> = fc.array(
  fc.record({
    tag: fc.integer({ min: 0, max: 99 }).map((tag) => String(tag).padStart(2, "0")),
    value: printable(LONGEST_VALUE),
  }),
  { maxLength: 12 },
);

const someSticker = fc
  .record({
    name: printable(25).filter((name) => name.trim() !== ""),
    city: printable(15).filter((city) => city.trim() !== ""),
    nmid: fc.integer({ min: 0, max: 9_999_999_999 }).map((number) => `ID${String(number).padStart(13, "0")}`),
    tip: fc.option(fc.constant("01")),
  })
  .map(({ name, city, nmid, tip }) =>
    changed({
      "51": writeFields([
        { tag: "00", value: "ID.CO.QRIS.WWW" },
        { tag: "02", value: nmid },
      ]),
      "55": tip,
      "59": name,
      "60": city,
    }),
  );

const someAmount = fc.integer({ min: 1, max: MOST_PER_QRIS });

describe("a QRIS is read", () => {
  it("sums as the standard's own example does", () => {
    expect(crcOf("123456789")).toBe("29B1");
  });

  it("says whose it is", () => {
    expect(readStaticQris(PUBLISHED.demak)).toMatchObject({
      isStatic: true,
      amount: null,
      name: "Warung Sayur Bu Sugeng",
      city: "Kab. Demak",
      nmid: "ID1020017611473",
      criteria: "UMI",
      asksTip: false,
    });
    expect(readQris(PUBLISHED.kebumenOnce)).toMatchObject({
      isStatic: false,
      amount: 100_003,
      name: "Pakasir",
    });
  });

  it("takes a text that was copied with line breaks around and in it, and a sum in small letters", () => {
    const copied = `\n ${PUBLISHED.demak.slice(0, 60)}\r\n${PUBLISHED.demak.slice(60, -4)}58c7\n`;
    expect(readStaticQris(copied)).toMatchObject({ nmid: "ID1020017611473" });
  });

  it.each([
    ["nothing", "", /Tempel isi kode/],
    ["an address", "https://qris.example/bayar", /alamat situs/],
    ["another QR code", "WIFI:S:warung;;", /bukan QRIS/],
    ["a cut text", PUBLISHED.demak.slice(0, -3), /terpotong/],
    ["a wrong digit", PUBLISHED.demak.replace("59148", "59149"), /tidak utuh/],
    ["a stranger's letter", PUBLISHED.demak.replace("Sayur", "Sayür"), /huruf yang tidak dikenal/],
    ["another country", changed({ "58": "SG" }), /bukan dari Indonesia/],
    ["another currency", changed({ "53": "702" }), /tidak memakai rupiah/],
    ["no national number", changed({ "51": null }), /NMID/],
    ["no name", changed({ "59": " " }), /Nama atau kota/],
    ["no city", changed({ "60": null }), /Nama atau kota/],
    ["a fixed extra fee", changed({ "55": "02", "56": "500" }), /menambah biaya/],
    ["an extra fee in per cent", changed({ "55": "03", "57": "2" }), /menambah biaya/],
    ["an unknown kind", changed({ "01": "13" }), /tidak dikenal/],
  ])("says what is wrong with %s", (_, text, sentence) => {
    expect(() => readStaticQris(text)).toThrow(sentence);
  });

  it("refuses a code for one payment where a sticker's is asked for", () => {
    expect(() => readStaticQris(PUBLISHED.kebumenOnce)).toThrow(/satu pembayaran/);
    expect(() => readStaticQris(changed({ "54": "5000" }))).toThrow(/satu pembayaran/);
  });

  it("refuses a field that is there twice", () => {
    const twice = `${PUBLISHED.demak.slice(0, -8)}5905Maling6304`.replace("5905Maling", "5906Maling");
    expect(() => readQris(twice + crcOf(twice))).toThrow(/dua kali/);
  });
});

describe("a sticker's code with the amount", () => {
  it("is what others compute for the same shop", () => {
    expect(withAmount(PUBLISHED.palembang, 25_000)).toBe(PUBLISHED.palembang25000);
    expect(withAmount(PUBLISHED.palembang, 2_500)).toBe(PUBLISHED.palembang2500);
  });

  it("asks for the whole rupiah, without cents, and for no tip", () => {
    const asked = withAmount(changed({ "55": "01" }), 45_000);
    expect(asked).toContain("5303360540545000");
    expect(readQris(asked)).toMatchObject({ isStatic: false, amount: 45_000, asksTip: false });
  });

  it("is not made for what no bank lets through", () => {
    expect([0, -1, 1.5, MOST_PER_QRIS + 1, Number.NaN].map(fitsQris)).toEqual(Array(5).fill(false));
    expect(() => withAmount(PUBLISHED.demak, MOST_PER_QRIS + 1)).toThrow(RangeError);
    expect(readQris(withAmount(PUBLISHED.demak, MOST_PER_QRIS)).amount).toBe(MOST_PER_QRIS);
  });
});

describe("for any code", () => {
  it("what is written is read again, and what is read is written again", () => {
    fc.assert(
      fc.property(someFields, (fields) => {
        const text = writeFields(fields);
        expect(readFields(text)).toEqual(fields);
        expect(writeFields(readFields(text)!)).toBe(text);
      }),
    );
  });

  it("the amount changes nothing else: shop, city and number stay, and a second amount takes the first one's place", () => {
    fc.assert(
      fc.property(someSticker, someAmount, someAmount, (sticker, first, second) => {
        const { payload: _, asksTip: _tip, ...own } = readStaticQris(sticker);
        const once = withAmount(sticker, first);
        expect(readQris(once)).toMatchObject({ ...own, isStatic: false, amount: first });
        expect(withAmount(once, second)).toBe(withAmount(sticker, second));
      }),
    );
  });

  it("a single changed character is noticed, wherever it is", () => {
    const code = withAmount(PUBLISHED.demak, 45_000);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.integer({ min: 0x20, max: 0x7e }), (at, to) => {
        const other = String.fromCharCode(to);
        const same = at >= code.length - 4 ? other.toUpperCase() === code[at] : other === code[at];
        // a blank at either end is no part of the code
        fc.pre(!same && !(other === " " && (at === 0 || at === code.length - 1)));
        expect(() => readQris(code.slice(0, at) + other + code.slice(at + 1))).toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

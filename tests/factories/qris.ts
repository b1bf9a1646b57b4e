import { crcOf } from "#app/domain/payments/qris/crc.ts";
import { readStaticQris } from "#app/domain/payments/qris/read-qris.ts";
import { writeFields } from "#app/domain/payments/qris/tlv.ts";
import type { Db } from "#db/client.server.ts";
import { updateWarungQris } from "#db/queries/qris.ts";
import type { TestWarung } from "./market.ts";

/** The code of an invented shop's sticker, as its bank would print it. */
export function aStaticQris({
  name = "WARUNG PAK BUDI",
  city = "BANDAR LAMPUNG",
  nmid = "ID1020026000001",
}: {
  name?: string;
  city?: string;
  nmid?: string;
} = {}): string {
  const summed = `${writeFields([
    { tag: "00", value: "01" },
    { tag: "01", value: "11" },
    {
      tag: "26",
      value: writeFields([
        { tag: "00", value: "ID.CO.CONTOH.WWW" },
        { tag: "01", value: `93600000${nmid.slice(-10)}` },
        { tag: "02", value: nmid.slice(-9) },
        { tag: "03", value: "UMI" },
      ]),
    },
    {
      tag: "51",
      value: writeFields([
        { tag: "00", value: "ID.CO.QRIS.WWW" },
        { tag: "02", value: nmid },
        { tag: "03", value: "UMI" },
      ]),
    },
    { tag: "52", value: "5411" },
    { tag: "53", value: "360" },
    { tag: "58", value: "ID" },
    { tag: "59", value: name },
    { tag: "60", value: city },
    { tag: "61", value: "35141" },
  ])}6304`;
  return summed + crcOf(summed);
}

/** A warung that takes QRIS. @returns its static code */
export async function withQris(db: Db, warung: TestWarung): Promise<string> {
  const payload = aStaticQris({
    name: warung.name.toUpperCase().slice(0, 25),
    nmid: `ID102${String(warung.id).padStart(10, "0")}`,
  });
  const qris = readStaticQris(payload);
  const { operator } = warung;
  const accountId = operator.kind === "person" ? operator.accountId : null;
  await db.transaction().execute((tx) => updateWarungQris(tx, warung.id, qris, accountId));
  return payload;
}

import type { Tx } from "#db/client.server.ts";
import { listOfficersFor } from "#db/queries/privacy.ts";
import type { LockedWarungQris } from "#db/queries/qris.ts";
import { sendMessage } from "../../notifications/send-message.server.ts";
import type { Qris } from "./read-qris.ts";

type Change = { readonly id: number; readonly qris: Qris | null; readonly by: string };

const whose = ({ name, city, nmid }: Qris) => `${name}, ${city} (${nmid})`;

/**
 * A warung's QRIS changed: its own number and its officers hear of it at once, day or night, whoever did it. Somebody who has the
 * owner's phone and password in their hands cannot keep it quiet.
 */
export async function tellOfQrisChange(
  tx: Tx,
  warung: LockedWarungQris,
  { id, qris, by }: Change,
): Promise<void> {
  const now = qris ? `sekarang atas nama ${whose(qris)}` : "dihapus";
  const before = warung.qris_name ? ` Sebelumnya: ${warung.qris_name}.` : "";
  await sendMessage(tx, {
    key: `qris-change:${id}:warung`,
    kind: "warung",
    subject: "QRIS warung berubah",
    to: { name: warung.keeper_name, mobile: warung.mobile },
    body: `QRIS ${warung.name} ${now}. Diubah oleh ${by}. Bukan Anda? Segera ganti kata sandi dan hubungi petugas dinas: uang pembeli masuk ke QRIS ini.`,
    regencyCode: warung.regency_code,
  });
  for (const officer of await listOfficersFor(tx, warung.regency_code)) {
    await sendMessage(tx, {
      key: `qris-change:${id}:officer:${officer.id}`,
      kind: "warung",
      subject: "QRIS warung berubah",
      to: officer,
      body: `QRIS ${warung.name} ${now}.${before} Diubah oleh ${by}. Pastikan ke pemiliknya, ${warung.keeper_name}; rinciannya di halaman warung di Meja petugas.`,
      regencyCode: warung.regency_code,
    });
  }
}

import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { UmkmQueue } from "#app/components/dinas/umkm-queue.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findUmkmQueue } from "#app/domain/umkm/find-umkm-queue.server.ts";
import { now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { reading } from "#app/web/route.server.ts";
import { holdsNik, readUmkmPlace, UMKM_TABS } from "#app/web/umkm-place.ts";

export const meta: MetaFunction = () => [{ title: "Pengajuan UMKM · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  if (holdsNik(url)) throw redirect("/dinas/umkm?kabar=nik");
  const place = readUmkmPlace(url);
  const [desk, queue] = await Promise.all([
    countDesk(db, actor),
    findUmkmQueue(db, actor, { ...place, status: UMKM_TABS[place.tab].status }),
  ]);
  return {
    desk,
    queue: { ...queue, place },
    now: now(),
    isNikRefused: url.searchParams.get("kabar") === "nik",
  };
});

export default function UmkmQueuePage() {
  const { desk, queue, now: at, isNikRefused } = useLoaderData<typeof loader>();
  return (
    <OfficePage
      desk={desk}
      current="umkm"
      title="Pengajuan UMKM"
      note={desk.waiting > 0 ? `${count(desk.waiting)} menunggu diperiksa` : "tidak ada yang menunggu"}
    >
      {isNikRefused ? (
        <div className="mb-5">
          <Notice tone="gold">
            NIK tidak dipakai untuk mencari, agar tidak tertinggal di alamat halaman. Cari dengan nama atau
            NIB; usaha dengan NIK yang sama ditunjukkan di tiap pengajuan.
          </Notice>
        </div>
      ) : null}
      <DeskPanes queue={<UmkmQueue {...queue} now={at} isProvince={desk.isProvince} />}>
        {queue.umkm.length > 0 ? (
          <p className="card card-pad muted hidden lg:block">
            Pilih satu usaha untuk melihat data, dokumen, dan usaha yang mirip.
          </p>
        ) : null}
      </DeskPanes>
    </OfficePage>
  );
}

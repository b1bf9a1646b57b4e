import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ComplaintQueue } from "#app/components/dinas/complaint-queue.tsx";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { findOfficeComplaints } from "#app/domain/complaints/find-office-complaints.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { COMPLAINT_TABS, readComplaintPlace } from "#app/web/complaint-place.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Keluhan · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  const place = readComplaintPlace(url);
  const [desk, queue] = await Promise.all([
    countDesk(db, actor),
    findOfficeComplaints(db, actor, { list: COMPLAINT_TABS[place.tab].list, after: place.after }),
  ]);
  return { desk, queue: { ...queue, place }, now: now() };
});

export default function ComplaintQueuePage() {
  const { desk, queue, now: at } = useLoaderData<typeof loader>();
  return (
    <OfficePage
      desk={desk}
      current="complaints"
      title="Keluhan"
      note={desk.complaints > 0 ? `${count(desk.complaints)} perlu keputusan` : "tidak ada yang menunggu"}
    >
      <DeskPanes queue={<ComplaintQueue {...queue} now={at} isProvince={desk.isProvince} />}>
        {queue.complaints.length > 0 ? (
          <p className="card card-pad muted hidden lg:block">
            Pilih satu keluhan untuk melihat foto, riwayat, dan keterangan kedua pihak.
          </p>
        ) : null}
      </DeskPanes>
    </OfficePage>
  );
}

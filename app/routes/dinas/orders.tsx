import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { StuckQueue } from "#app/components/dinas/stuck-queue.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findOfficerQueue } from "#app/domain/orders/find-officer-queue.server.ts";
import { now } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { readQueuePlace } from "#app/web/queue-place.ts";
import { reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Pesanan · Meja petugas" }];

export const loader = reading(async ({ db, actor, url }) => {
  const place = readQueuePlace(url);
  const [desk, queue] = await Promise.all([countDesk(db, actor), findOfficerQueue(db, actor, place)]);
  return { desk, ...queue, place, now: now() };
});

export default function StuckOrders() {
  const { desk, ...queue } = useLoaderData<typeof loader>();
  return (
    <OfficePage
      desk={desk}
      current="orders"
      title="Pesanan"
      note={`${count(desk.needing)} perlu diputuskan, ${count(desk.late)} terlambat, ${count(desk.running)} berjalan`}
    >
      <DeskPanes queue={<StuckQueue {...queue} showRegency={desk.isProvince} />}>
        {queue.orders.length > 0 ? (
          <p className="card card-pad muted hidden lg:block">
            Pilih satu pesanan untuk melihat siapa yang sudah ditanya dan warung mana yang dapat ditugaskan.
          </p>
        ) : null}
      </DeskPanes>
    </OfficePage>
  );
}

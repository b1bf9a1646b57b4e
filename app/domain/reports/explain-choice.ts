import { offerText } from "../orders/explain-event.ts";
import { filterText, rankText } from "../orders/explain-rank.ts";
import { decidingRule, type Judged, type RankRule } from "../orders/rank-warung.ts";

/** How far back the page on a warung's choices looks. */
export const CHOICE_DAYS = 30;

/** One look of the routing at who could bring an order, from where one warung stands. */
export type Choice = {
  /** null: the routing did not look at it */
  readonly mine: Judged | null;
  /** the one that was asked; null: nobody was */
  readonly asked: Judged | null;
  readonly askedIsMine: boolean;
  readonly byOfficer: boolean;
  readonly hasStaples: boolean;
  readonly outcome: string | null;
  readonly declinedReason: string | null;
};

export type Explained = {
  readonly chosen: boolean;
  /** the same words for the same cause, to be counted: "warung lain lebih dekat" */
  readonly reason: string;
  /** what is special to this time: "2,1 km dari pembeli, …" */
  readonly detail: string | null;
};

const LOST_BY = {
  chosen: "pembeli memilih warung lain",
  shelf: "barang titipannya ada di rak warung lain",
  sibling: "warung lain mengantar pesanan lain dari belanja yang sama",
  place: "letak warung ini belum diukur",
  staples_few: "sembako yang dipesan tinggal sedikit di rak",
  village: "warung lain satu desa/kelurahan dengan pembeli",
  band: "warung lain lebih dekat",
  load: "warung lain lebih lengang hari itu",
  share: "warung lain mendapat lebih sedikit pesanan bulan itu",
  month: "warung lain mendapat lebih sedikit pesanan bulan itu",
  id: "sama dalam segala hal; warung lain lebih dulu terdaftar",
} as const satisfies Record<RankRule, string>;

/** Why a warung was asked for an order, or was not, in words. */
export function explainChoice(choice: Choice): Explained {
  const { mine, asked, hasStaples } = choice;
  const facts = mine && mine.filteredBy === null ? rankText(mine, hasStaples, "hari itu") : null;
  if (choice.askedIsMine) {
    const how = offerText({ status: choice.outcome ?? "", declined_reason: choice.declinedReason });
    if (choice.byOfficer) return { chosen: true, reason: "ditugaskan petugas", detail: null };
    return { chosen: true, reason: `ditawari, ${how}`, detail: facts };
  }
  const lost = (reason: string, detail: string | null = facts) => ({ chosen: false, reason, detail });
  if (!mine) return lost("desa pembeli belum masuk wilayah layanannya waktu itu");
  const filtered = filterText(mine);
  if (filtered) return lost(filtered, null);
  if (choice.byOfficer) return lost("petugas menugaskan warung lain");
  if (!asked) return lost("pesanan diserahkan ke petugas sebelum gilirannya");
  if (mine.rank !== null && asked.rank !== null && mine.rank < asked.rank)
    return lost("tempat terakhir pada jam antar itu baru saja terisi");
  return lost(LOST_BY[decidingRule(asked, mine)]);
}

/** How often each reason came, the most frequent first. */
export function countReasons(
  explained: readonly Pick<Explained, "reason" | "chosen">[],
): { reason: string; chosen: boolean; times: number }[] {
  const counts = new Map<string, { reason: string; chosen: boolean; times: number }>();
  for (const { reason, chosen } of explained) {
    const known = counts.get(reason);
    if (known) known.times++;
    else counts.set(reason, { reason, chosen, times: 1 });
  }
  return [...counts.values()].sort((a, b) => b.times - a.times || a.reason.localeCompare(b.reason, "id"));
}

// The list of businesses with its parts and search, beside the case that is open.
import { Form } from "@remix-run/react";
import { waitText } from "#app/domain/orders/wait-text.ts";
import { UMKM_LABEL, type UmkmStatus } from "#app/domain/umkm/umkm-status.ts";
import { UMKM_TABS, type UmkmPlace, type UmkmTab, umkmPlaceQuery } from "#app/web/umkm-place.ts";
import { Button } from "../ui/button.tsx";
import { CardLink } from "../ui/card.tsx";
import { Chip, Tag } from "../ui/chip.tsx";
import { Empty, Notice } from "../ui/notice.tsx";
import { Onwards } from "./onwards.tsx";

type Props = {
  readonly umkm: readonly {
    readonly slug: string;
    readonly name: string;
    readonly owner_name: string;
    readonly status: string;
    readonly category: string | null;
    readonly district: string;
    readonly regency: string;
    readonly since: string;
  }[];
  readonly next: string | null;
  readonly place: UmkmPlace;
  readonly now: string;
  readonly isProvince: boolean;
  readonly current?: string;
};

const START: UmkmPlace = { tab: "menunggu", words: "", after: undefined, spotCheck: false };

function emptyText({ words, spotCheck, tab }: UmkmPlace): { title: string; text: string } {
  if (words)
    return {
      title: "Tidak ada yang cocok",
      text: "Coba sebagian nama usaha, nama pemilik, atau NIB lengkap.",
    };
  if (spotCheck)
    return { title: "Tidak ada yang perlu diuji", text: "Semua usaha terverifikasi sudah diperiksa lagi." };
  if (tab === "menunggu")
    return { title: "Tidak ada yang menunggu", text: "Semua pengajuan sudah diputuskan." };
  return { title: "Kosong", text: `Tidak ada usaha yang ${UMKM_TABS[tab].label.toLowerCase()}.` };
}

export function UmkmQueue({ umkm, next, place, now, isProvince, current }: Props) {
  const href = (changes: Partial<UmkmPlace>) => `/dinas/umkm${umkmPlaceQuery({ ...START, ...changes })}`;
  const here = umkmPlaceQuery(place);
  const empty = emptyText(place);
  return (
    <>
      <Form method="get" action="/dinas/umkm" className="flex gap-2" key={place.words}>
        <input
          name="q"
          type="search"
          aria-label="Cari usaha: nama, pemilik, atau NIB"
          placeholder="Nama, pemilik, atau NIB"
          defaultValue={place.words}
          pattern="(?!(.*\d){16}).*"
          title="Jangan menulis NIK di sini"
          className="input"
        />
        <Button kind="outlined" small>
          Cari
        </Button>
      </Form>
      <nav aria-label="Bagian" className="flex flex-wrap gap-2">
        {(Object.keys(UMKM_TABS) as UmkmTab[]).map((tab) => (
          <Chip key={tab} to={href({ tab })} current={!place.words && !place.spotCheck && place.tab === tab}>
            {UMKM_TABS[tab].label}
          </Chip>
        ))}
        {isProvince ? (
          <Chip to={href({ spotCheck: true })} current={place.spotCheck}>
            Uji petik
          </Chip>
        ) : null}
      </nav>
      {place.spotCheck && umkm.length > 0 ? (
        <Notice>Sepuluh usaha terverifikasi, diambil acak untuk hari ini.</Notice>
      ) : null}
      {umkm.length === 0 ? (
        <Empty picture="/ikon/warung.svg" title={place.after ? "Tidak ada lagi" : empty.title}>
          {place.after ? null : empty.text}
        </Empty>
      ) : null}
      {umkm.map((one) => (
        <CardLink
          key={one.slug}
          to={`/dinas/umkm/${one.slug}${here}`}
          current={one.slug === current}
          className="block"
        >
          <span className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 font-bold">{one.name}</span>
            {one.status === "submitted" ? (
              <span className="muted shrink-0 text-sm">{waitText(new Date(one.since), new Date(now))}</span>
            ) : null}
          </span>
          <span className="muted mt-1 block text-[0.9375rem]">
            {[one.district, isProvince ? one.regency : "", one.category?.toLowerCase()]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {place.words ? (
            <span className="mt-2 block">
              <Tag tone={one.status === "verified" ? "good" : "gold"}>
                {UMKM_LABEL[one.status as UmkmStatus]}
              </Tag>
            </span>
          ) : null}
        </CardLink>
      ))}
      <Onwards
        start={place.after ? href({ ...place, after: undefined }) : null}
        next={next ? href({ ...place, after: next }) : null}
      />
    </>
  );
}

import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { pageHref } from "#app/components/dinas/onwards.tsx";
import { SearchedList, SynonymList } from "#app/components/dinas/search-words.tsx";
import { SynonymForm } from "#app/components/dinas/synonym-form.tsx";
import { Chip } from "#app/components/ui/chip.tsx";
import { DeskPanes } from "#app/components/ui/desk-page.tsx";
import { Empty, Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { findSearches } from "#app/domain/searches/find-searches.server.ts";
import { previewSynonym } from "#app/domain/searches/preview-synonym.server.ts";
import { removeSynonym } from "#app/domain/searches/remove-synonym.server.ts";
import { saveSynonym } from "#app/domain/searches/save-synonym.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

const PATH = "/dinas/pencarian";
const LISTS = { kosong: "Tanpa hasil", sering: "Paling dicari", padanan: "Padanan" } as const;
const DAYS = [7, 30];

export const meta: MetaFunction = () => [{ title: "Pencarian · Meja petugas" }];

/** What makes no sense counts as not asked. */
function readAsked(params: URLSearchParams) {
  const get = (name: string) => (params.get(name) ?? "").replaceAll("\0", "").trim().slice(0, 60);
  const list = get("lihat");
  return {
    list: Object.hasOwn(LISTS, list) ? (list as keyof typeof LISTS) : "kosong",
    days: get("hari") === "30" ? 30 : 7,
    typed: get("kata"),
    meant: get("maksud"),
  };
}

export const loader = reading(async ({ db, actor, url }) => {
  const asked = readAsked(url.searchParams);
  const [desk, { texts, synonyms, mayChange }] = await Promise.all([
    countDesk(db, actor),
    findSearches(db, actor, { days: asked.days, onlyNone: asked.list === "kosong" }),
  ]);
  const preview = mayChange && asked.meant ? await previewSynonym(db, asked.meant) : null;
  const meant = new Map(synonyms.map((synonym) => [synonym.typed, synonym.meant]));
  return {
    desk,
    asked,
    synonyms,
    mayChange,
    preview,
    texts: texts.map((line) => ({ ...line, meant: meant.get(line.text) ?? null })),
  };
});

const Word = text("kata yang diketik", { max: 60 });
const Synonym = z.object({ kata: Word, maksud: text("yang dimaksud", { max: 60 }) });

export const action = acting(async ({ db, actor, form }) => {
  if (form.get("intent") === "hapus") {
    const { kata } = readForm(form, z.object({ kata: Word }));
    await removeSynonym(actor, db, { typed: kata });
    return redirect(`${PATH}?lihat=padanan&kabar=dihapus`);
  }
  const { kata, maksud } = readForm(form, Synonym);
  await saveSynonym(actor, db, { typed: kata, meant: maksud });
  return redirect(`${PATH}?lihat=padanan&kabar=disimpan`);
});

const SAID: Record<string, string> = {
  disimpan: "Padanan disimpan. Pencarian memakainya dalam hitungan detik.",
  dihapus: "Padanan dihapus.",
};

const NONE = {
  kosong: ["Semua yang dicari ditemukan", "Belum ada pencarian tanpa hasil dalam waktu ini."],
  sering: ["Belum ada pencarian", "Begitu pembeli mencari sesuatu, kata-katanya terkumpul di sini."],
  padanan: ["Belum ada padanan", "Beri padanan dari daftar pencarian tanpa hasil."],
} as const;

export default function Searches() {
  const { desk, asked, texts, synonyms, mayChange, preview } = useLoaderData<typeof loader>();
  const { list, days, typed, meant } = asked;
  const problem = problemOf(useActionData());
  const [params] = useSearchParams();
  const said = problem ? undefined : SAID[params.get("kabar") ?? ""];
  const place = { lihat: list, hari: String(days) };
  const [title, note] = NONE[list];
  const lines = list === "padanan" ? synonyms.length : texts.length;
  return (
    <OfficePage
      desk={desk}
      current="searches"
      title="Pencarian"
      note="Kata yang diketik pembeli, tanpa tahu siapa yang mengetiknya"
    >
      <ProblemNotice problem={problem} />
      {said ? (
        <div className="mb-4">
          <Notice tone="good">{said}</Notice>
        </div>
      ) : null}
      <nav aria-label="Daftar" className="mb-4 flex flex-wrap gap-2">
        {Object.entries(LISTS).map(([key, label]) => (
          <Chip key={key} to={pageHref(PATH, { ...place, lihat: key })} current={key === list}>
            {label}
          </Chip>
        ))}
      </nav>
      <DeskPanes
        queue={
          mayChange ? (
            <SynonymForm typed={typed} meant={meant} preview={preview} problem={problem} kept={place} />
          ) : (
            <p className="card card-pad muted">Padanan kata diberikan oleh petugas provinsi.</p>
          )
        }
      >
        {list === "padanan" ? null : (
          <nav aria-label="Waktu" className="mb-3 flex flex-wrap gap-2">
            {DAYS.map((each) => (
              <Chip key={each} to={pageHref(PATH, { ...place, hari: each })} current={each === days}>
                {each} hari terakhir
              </Chip>
            ))}
          </nav>
        )}
        {lines === 0 ? <Empty title={title}>{note}</Empty> : null}
        {list === "padanan" && lines > 0 ? (
          <SynonymList
            synonyms={synonyms}
            hrefFor={
              mayChange
                ? (synonym) =>
                    `${pageHref(PATH, { ...place, kata: synonym.typed, maksud: synonym.meant })}#padanan`
                : undefined
            }
          />
        ) : null}
        {list !== "padanan" && lines > 0 ? (
          <SearchedList
            texts={texts}
            hrefFor={mayChange ? (kata) => `${pageHref(PATH, { ...place, kata })}#padanan` : undefined}
          />
        ) : null}
      </DeskPanes>
    </OfficePage>
  );
}

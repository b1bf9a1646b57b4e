import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { OfficePage } from "#app/components/dinas/office-page.tsx";
import { PriceRows } from "#app/components/dinas/price-rows.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { AreaField, Field, SelectField } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ProblemNotice, problemOf } from "#app/components/ui/problem-notice.tsx";
import { findPriceSheet } from "#app/domain/catalogue/find-price-sheet.server.ts";
import { type PastedPrices, readPastedPrices } from "#app/domain/catalogue/read-pasted-prices.ts";
import { setStaplePrices } from "#app/domain/catalogue/set-staple-prices.server.ts";
import { countDesk } from "#app/domain/orders/count-desk.server.ts";
import { dateText, isDate, midnightWib } from "#app/lib/clock.ts";
import { count } from "#app/lib/rupiah.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { readPriceFields } from "#app/web/price-fields.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const meta: MetaFunction = () => [{ title: "Harga sembako · Meja petugas" }];

function readPlace(params: URLSearchParams) {
  const date = params.get("tanggal") ?? "";
  return { regencyCode: params.get("kabupaten") ?? undefined, date: isDate(date) ? date : undefined };
}

export const loader = reading(async ({ db, actor, url }) => {
  const [desk, sheet] = await Promise.all([
    countDesk(db, actor),
    findPriceSheet(db, actor, readPlace(url.searchParams)),
  ]);
  return { desk, ...sheet };
});

const Paste = z.object({ tempel: text("baris harga", { max: 20_000 }) });
const Save = z.object({
  kabupaten: z.string({ error: "Pilih kabupaten atau kota." }),
  tanggal: z.string({ error: "Pilih tanggal mulai berlaku." }),
  alasan: text("alasan", { min: 5, max: 300 }).optional(),
});

export const action = acting(async ({ db, actor, form, url }) => {
  if (form.get("langkah") === "tempel") {
    const { rows } = await findPriceSheet(db, actor, readPlace(url.searchParams));
    readForm(form, Paste);
    return json({ pasted: readPastedPrices(String(form.get("tempel")), rows) });
  }
  const { kabupaten, tanggal, alasan } = readForm(form, Save);
  const prices = readPriceFields(form);
  const changed = await setStaplePrices(actor, db, {
    regencyCode: kabupaten,
    from: tanggal,
    prices,
    reason: alasan,
  });
  const back = new URLSearchParams({ kabupaten, tanggal, kabar: `simpan-${changed}` });
  return redirect(`/dinas/harga?${back}`);
});

const NOTHING: PastedPrices = { prices: {}, wrong: [] };

function PasteForm({
  query,
  isOpen,
  problem,
}: {
  query: string;
  isOpen: boolean;
  problem: ReturnType<typeof problemOf>;
}) {
  return (
    <details className="card card-pad mb-5" open={isOpen}>
      <summary className="tap cursor-pointer font-semibold text-maroon">Tempel dari lembar kerja</summary>
      <Form method="post" action={`/dinas/harga?${query}`} className="mt-3 space-y-4">
        <AreaField
          label="Baris harga"
          name="tempel"
          rows={6}
          required
          hint="Salin dua kolom, nama dan harga, lalu tempel di sini. Belum ada yang disimpan: harganya tampil dulu di lembar di bawah."
          placeholder={"Beras Medium\t13.500\nGula Pasir 1 kg\t17.500"}
          problem={problem}
        />
        <Button kind="outlined" name="langkah" value="tempel">
          Tampilkan di lembar
        </Button>
      </Form>
    </details>
  );
}

function PastedNotice({ pasted }: { readonly pasted: PastedPrices }) {
  const { prices, wrong } = pasted;
  return (
    <div className="mb-5">
      <Notice
        tone={wrong.length > 0 ? "gold" : "info"}
        title={`${count(Object.keys(prices).length)} harga dibaca, belum disimpan`}
      >
        Periksa lembar di bawah, lalu simpan.
        {wrong.length > 0 ? (
          <ul className="mt-2 list-disc pl-5">
            {wrong.slice(0, 20).map((line) => (
              <li key={line.line}>
                Baris {line.line}, “{line.text}”: {line.why}.
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  );
}

export default function PriceSheetPage() {
  const { desk, regency, regencies, date, today, rows } = useLoaderData<typeof loader>();
  const data = useActionData<typeof action>();
  const [params] = useSearchParams();
  const problem = problemOf(data);
  const answered = data && "pasted" in data ? data.pasted : undefined;
  const pasted = answered ?? NOTHING;
  const saved = /^simpan-(\d+)$/.exec(params.get("kabar") ?? "")?.[1];
  const isPast = date < today;
  const place = new URLSearchParams({ kabupaten: regency.code, tanggal: date }).toString();
  const above = rows.filter(
    (row) => row.ceiling_price !== null && row.price !== null && row.price > row.ceiling_price,
  );
  const wasPasting = problem?.values.langkah === "tempel";
  return (
    <OfficePage
      desk={desk}
      current="prices"
      title="Harga sembako"
      note={`${desk.isProvince ? `${regency.name} · ` : ""}${above.length === 0 ? "semua sesuai acuan" : `${count(above.length)} di atas harga acuan`}`}
    >
      <ProblemNotice problem={problem} />
      {saved !== undefined && !data ? (
        <div className="mb-5">
          <Notice tone="good">
            {saved === "0"
              ? "Tidak ada yang berubah."
              : `${saved} harga disimpan, berlaku mulai ${dateText(midnightWib(date))}.`}
          </Notice>
        </div>
      ) : null}
      <Form key={place} method="get" className="card card-pad mb-5 flex flex-wrap items-end gap-4">
        {regencies.length > 1 ? (
          <div className="grow basis-56">
            <SelectField
              label="Kabupaten/kota"
              name="kabupaten"
              defaultValue={regency.code}
              options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </div>
        ) : null}
        <div className="grow basis-44">
          <Field label="Berlaku pada tanggal" name="tanggal" type="date" defaultValue={date} />
        </div>
        <Button kind="outlined">Buka lembar</Button>
      </Form>
      {isPast ? (
        <div className="mb-5">
          <Notice tone="gold">
            Ini harga yang berlaku pada {dateText(midnightWib(date))}. Harga yang sudah lewat tidak dapat
            diubah.
          </Notice>
        </div>
      ) : (
        <PasteForm
          query={place}
          isOpen={wasPasting || pasted.wrong.length > 0}
          problem={wasPasting ? problem : undefined}
        />
      )}
      {answered ? <PastedNotice pasted={answered} /> : null}
      <Form key={`${place} ${JSON.stringify(answered ?? "")}`} method="post" action={`/dinas/harga?${place}`}>
        <input type="hidden" name="kabupaten" value={regency.code} />
        <input type="hidden" name="tanggal" value={date} />
        <PriceRows
          rows={rows}
          regencyCode={regency.code}
          pasted={pasted.prices}
          typed={wasPasting ? {} : (problem?.values ?? {})}
          wrong={problem?.fields ?? {}}
        />
        {isPast ? null : (
          <div className="card card-pad mt-5 max-w-2xl space-y-4">
            <AreaField
              label="Alasan harga di atas acuan"
              name="alasan"
              optional
              rows={2}
              maxLength={300}
              hint="Wajib bila ada harga baru yang melebihi harga acuan. Tercatat bersama perubahan ini."
              problem={problem}
            />
            <Button busyText="Menyimpan…" name="langkah" value="simpan">
              Simpan, berlaku mulai {date === today ? "hari ini" : dateText(midnightWib(date))}
            </Button>
          </div>
        )}
      </Form>
    </OfficePage>
  );
}

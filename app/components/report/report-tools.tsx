// What every report has: the way to paper and to a spreadsheet, the choice of its day, and a head that only paper shows.
import { Form } from "@remix-run/react";
import { dateText, dayText, midnightWib, timeText } from "#app/lib/clock.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

/** `Cetak` needs the page's script; without it the browser's own menu prints the same, and the page says so. */
export function ReportTools({ csv }: { readonly csv: string }) {
  const hydrated = useHydrated();
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      {hydrated ? (
        <Button type="button" onClick={() => window.print()}>
          Cetak
        </Button>
      ) : null}
      <ButtonLink plain kind="outlined" to={csv}>
        Unduh CSV
      </ButtonLink>
      <noscript>
        <p className="muted text-[0.9375rem]">Untuk mencetak, pakai menu Cetak di peramban Anda.</p>
      </noscript>
    </div>
  );
}

/** On paper nobody sees whose page it is. */
export function PrintHead({ whose, now }: { readonly whose: string; readonly now: string }) {
  const at = new Date(now);
  return (
    <p className="mb-2 hidden print:block">
      {whose} · dicetak {dateText(at)} {timeText(at)} · Lapak Lampung
    </p>
  );
}

type DayProps = {
  readonly path: string;
  /** `2026-11-25` */
  readonly date: string;
  readonly before: string;
  readonly after: string;
  readonly today: boolean;
  /** what else the address says, such as the kind of list */
  readonly keep?: Readonly<Record<string, string>>;
};

export function DayChoice({ path, date, before, after, today, keep = {} }: DayProps) {
  const href = (hari?: string) => {
    const query = new URLSearchParams({ ...keep, ...(hari && { hari }) }).toString();
    return query ? `${path}?${query}` : path;
  };
  return (
    <div className="no-print space-y-3">
      <nav aria-label="Hari" className="flex flex-wrap gap-2">
        <Chip to={href(before)}>
          <Icon name="chevron-left" size={16} />
          {dayText(midnightWib(before))}
        </Chip>
        <Chip to={href()} current={today}>
          Hari ini
        </Chip>
        <Chip to={href(after)}>
          {dayText(midnightWib(after))}
          <Icon name="chevron-right" size={16} />
        </Chip>
      </nav>
      <Form key={date} method="get" action={path} className="flex items-end gap-3">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 grow sm:max-w-60">
          <Field label="Hari lain" name="hari" type="date" defaultValue={date} />
        </div>
        <Button kind="outlined">Tampilkan</Button>
      </Form>
    </div>
  );
}

// The sheet of staple prices: a line per staple with its ceiling, what is set for later, and the field to change it.
import { Link } from "@remix-run/react";
import { dayText, midnightWib } from "#app/lib/clock.ts";
import { count, rupiah } from "#app/lib/rupiah.ts";
import { Tag } from "../ui/chip.tsx";

export type SheetRow = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly group_name: string;
  readonly ceiling_price: number | null;
  readonly ceiling_basis: string | null;
  readonly price: number | null;
  readonly valid_from: string | null;
  readonly next_price: number | null;
  readonly next_from: string | null;
};

type Props = {
  readonly rows: readonly SheetRow[];
  readonly regencyCode: string;
  /** rupiah from a spreadsheet, by key: shown in the fields, not yet saved */
  readonly pasted: Readonly<Record<string, number>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, string>>;
};

const day = (date: string) => dayText(midnightWib(date));

function Line({ row, regencyCode, pasted, typed, wrong }: Omit<Props, "rows"> & { readonly row: SheetRow }) {
  const field = `harga.${row.key}`;
  const fresh = pasted[row.key];
  const isChanged = fresh !== undefined && fresh !== row.price;
  const price = fresh ?? row.price;
  const isAbove = row.ceiling_price !== null && price !== null && price > row.ceiling_price;
  const shown = typed[field] ?? (price === null ? "" : count(price));
  const about = `${row.key}-ket`;
  return (
    <tr className={isChanged ? "bg-gold-soft/40" : undefined}>
      <th scope="row" className="text-base! text-ink! [tr:last-child>&]:border-b-0!">
        <Link to={`/dinas/harga/${row.key}?kabupaten=${regencyCode}`} className="link block">
          {row.name}
        </Link>
        <span id={about} className="muted block text-sm font-normal">
          {row.ceiling_price === null
            ? `per ${row.unit}`
            : `per ${row.unit}, acuan ${rupiah(row.ceiling_price)}`}
          {isChanged ? ` · sebelumnya ${row.price === null ? "kosong" : rupiah(row.price)}` : null}
          {!isChanged && row.valid_from ? ` · sejak ${day(row.valid_from)}` : null}
          {row.next_from && row.next_price !== null
            ? ` · ${rupiah(row.next_price)} mulai ${day(row.next_from)}`
            : null}
        </span>
        {isAbove ? (
          <span className="mt-1 block">
            <Tag tone="late" icon="alert">
              {rupiah(price - row.ceiling_price!)} di atas acuan
            </Tag>
          </span>
        ) : null}
        {wrong[field] ? (
          <span id={`${about}-e`} className="mt-1 block text-sm font-semibold text-clay-ink">
            {wrong[field]}
          </span>
        ) : null}
      </th>
      <td className="w-36">
        <input type="hidden" name={`terlihat.${row.key}`} value={row.price ?? ""} />
        <input
          name={field}
          aria-label={`Harga ${row.name}, rupiah`}
          aria-describedby={wrong[field] ? `${about} ${about}-e` : about}
          aria-invalid={wrong[field] ? true : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={11}
          defaultValue={shown}
          className="input number"
        />
      </td>
    </tr>
  );
}

export function PriceRows({ rows, ...rest }: Props) {
  const groups = [...new Set(rows.map((row) => row.group_name))];
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      {groups.map((group) => (
        <section key={group} className="card overflow-hidden" aria-label={group}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{group[0]!.toUpperCase() + group.slice(1)}</th>
                <th scope="col" className="number">
                  Harga (Rp)
                </th>
              </tr>
            </thead>
            <tbody>
              {rows
                .filter((row) => row.group_name === group)
                .map((row) => (
                  <Line key={row.key} row={row} {...rest} />
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

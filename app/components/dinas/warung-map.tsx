// Lampung as its villages: one path per kind of village, warung as diamonds that lead to their page.

import type { WarungMap as Drawn } from "#app/domain/warung/find-warung-map.server.ts";
import { WARUNG_LABEL } from "#app/domain/warung/warung-status.ts";

const INK = { covered: "#2c6e4f", waiting: "#c6922b", bare: "#b4451f" } as const;
const DIAMOND = {
  ready: "#20305c",
  paused: "#c6922b",
  designated: "#8a94b8",
  nominated: "#ffffff",
  suspended: "#8d7c72",
};

export const COVERAGE_LABEL = {
  covered: "Dilayani warung siap",
  waiting: "Warungnya jeda atau belum siap",
  bare: "Belum ada yang melayani",
} as const;

export function WarungMap({ map }: { readonly map: Drawn }) {
  const isClose = map.regencyCode !== null;
  const dot = isClose ? 13 : 7;
  const size = isClose ? 16 : 9;
  return (
    <svg viewBox={`0 0 ${map.width} ${map.height}`} className="block h-auto w-full">
      <title>Peta desa dan warung Lampung</title>
      <g fill="none" strokeLinecap="round" strokeWidth={dot}>
        {(["covered", "waiting", "bare"] as const).map((kind) => (
          <path
            key={kind}
            d={`M0 0${map.villages[kind]}`}
            stroke={INK[kind]}
            opacity={kind === "covered" ? 0.45 : 1}
          />
        ))}
      </g>
      <g stroke="#20305c" strokeWidth={isClose ? 3 : 2}>
        {map.warung.map(({ slug, name, status, x, y }) => (
          <a
            key={slug}
            href={`/dinas/warung/${slug}`}
            aria-label={`${name}, ${WARUNG_LABEL[status].toLowerCase()}`}
          >
            <path
              d={`M${x} ${y - size}l${size} ${size}-${size} ${size}-${size}-${size}z`}
              fill={DIAMOND[status]}
            />
          </a>
        ))}
      </g>
      {isClose ? null : (
        <g
          textAnchor="middle"
          className="pointer-events-none fill-ink text-[30px] font-bold md:text-[20px]"
          stroke="#fbf7f0"
          strokeWidth="6"
          style={{ paintOrder: "stroke" }}
        >
          {map.names.map(({ code, name, x, y }) => (
            <text key={code} x={x} y={y}>
              {name}
            </text>
          ))}
        </g>
      )}
    </svg>
  );
}

/** What dots and diamonds mean. */
export function MapLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-[0.9375rem]">
      {(["covered", "waiting", "bare"] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <span className="size-3 rounded-full" style={{ background: INK[kind] }} aria-hidden="true" />
          {COVERAGE_LABEL[kind]}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span className="size-3 rotate-45 border border-indigo bg-indigo" aria-hidden="true" /> Warung siap
      </li>
      <li className="flex items-center gap-2">
        <span className="size-3 rotate-45 border border-indigo bg-white" aria-hidden="true" /> Baru diusulkan
      </li>
    </ul>
  );
}

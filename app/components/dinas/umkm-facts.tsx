// A business under examination: what it says and how its numbers look, beside the photos of its papers.
import { Link } from "@remix-run/react";
import { DOCUMENT_KINDS } from "#app/domain/umkm/document-kinds.ts";
import { UMKM_LABEL, type UmkmStatus } from "#app/domain/umkm/umkm-status.ts";
import { Tag, type TagTone } from "../ui/chip.tsx";
import { Facts } from "../ui/desk-page.tsx";
import { Icon } from "../ui/icon.tsx";
import { CallLinks } from "./call-links.tsx";

const TONES: Record<UmkmStatus, TagTone> = {
  draft: "plain",
  submitted: "gold",
  returned: "indigo",
  verified: "good",
  suspended: "late",
};

export type CaseUmkm = {
  readonly slug: string;
  readonly status: string;
  readonly kind: string;
  readonly name: string;
  readonly mobile: string;
  readonly about: string;
  readonly category: string | null;
  readonly owner_name: string;
  readonly address: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly bank: string | null;
  readonly bank_account_last4: string | null;
  readonly bank_account_holder: string | null;
  readonly returned_reason: string | null;
  readonly suspended_reason: string | null;
  readonly papers: readonly { readonly id: number; readonly kind: string }[];
};

type Check = {
  readonly label: string;
  readonly value: string | null;
  readonly ok: boolean | null;
  readonly why: string;
};

function CheckText({ check }: { readonly check: Check }) {
  const { value, ok, why } = check;
  return (
    <span className="block">
      {value ? <span className="mr-2 tabular-nums sm:whitespace-nowrap">{value}</span> : null}
      <span
        className={`inline-flex items-start gap-1 text-[0.9375rem] ${ok === null ? "muted" : ok ? "text-leaf" : "text-clay-ink"}`}
      >
        {ok === null ? null : (
          <Icon
            name={ok ? "check" : "x"}
            size={17}
            label={ok ? "Bentuknya benar:" : "Perlu diperiksa:"}
            className="mt-0.5 shrink-0"
          />
        )}
        {why}
      </span>
    </span>
  );
}

function Papers({ slug, papers }: { readonly slug: string; readonly papers: CaseUmkm["papers"] }) {
  if (papers.length === 0)
    return <p className="muted rounded-card bg-gold-soft p-4">Tidak ada foto dokumen.</p>;
  return (
    <ul className="grid grid-cols-2 gap-3 xl:grid-cols-1">
      {papers.map(({ id, kind }) => {
        const name = DOCUMENT_KINDS[kind] ?? kind;
        const address = `/dinas/umkm/${slug}/dokumen/${id}`;
        return (
          <li key={id}>
            <a href={address} target="_blank" rel="noopener" className="block">
              <img
                src={address}
                alt={`Foto ${name}`}
                width={400}
                height={300}
                loading="lazy"
                className="aspect-4/3 w-full rounded-card border border-line bg-gold-soft object-cover"
              />
              <span className="mt-1 block text-sm font-semibold text-maroon">{name}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

type Props = { readonly umkm: CaseUmkm; readonly checks: readonly Check[]; readonly neighbours: string };

export function UmkmFacts({ umkm, checks, neighbours }: Props) {
  const status = umkm.status as UmkmStatus;
  const address = [umkm.address, neighbours, umkm.village, umkm.district, umkm.regency]
    .filter(Boolean)
    .join(", ");
  const account = umkm.bank
    ? `${umkm.bank} •••• ${umkm.bank_account_last4 ?? ""}, a.n. ${umkm.bank_account_holder ?? "belum diisi"}`
    : "belum diisi";
  const why =
    status === "suspended" ? umkm.suspended_reason : status === "returned" ? umkm.returned_reason : null;
  return (
    <section className="card card-pad" aria-label="Data usaha">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <h2 className="text-2xl">{umkm.name}</h2>
        <Tag tone={TONES[status]}>{UMKM_LABEL[status]}</Tag>
      </div>
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_13rem] xl:items-start">
        <Facts
          facts={[
            ...(why ? ([["Alasan", why]] as const) : []),
            ["Jenis", [umkm.kind, umkm.category].filter(Boolean).join(", ")],
            ["Pemilik", umkm.owner_name || "belum diisi"],
            ...checks.map((check) => [check.label, <CheckText key={check.label} check={check} />] as const),
            ["Alamat", address],
            ["Rekening", account],
            ...(umkm.about ? ([["Tentang", umkm.about]] as const) : []),
            [
              "Hubungi",
              <CallLinks
                key="call"
                mobile={umkm.mobile}
                name={umkm.name}
                message={`Halo ${umkm.owner_name}, saya petugas dinas koperasi dan UKM tentang ${umkm.name} di Lapak Lampung.`}
              />,
            ],
          ]}
        />
        <Papers slug={umkm.slug} papers={umkm.papers} />
      </div>
    </section>
  );
}

type SimilarProps = {
  readonly similar: readonly {
    readonly slug: string;
    readonly name: string;
    readonly owner_name: string;
    readonly status: string;
    readonly district: string;
    readonly why: string;
    readonly isOwn: boolean;
  }[];
};

export function SimilarUmkm({ similar }: SimilarProps) {
  if (similar.length === 0) return null;
  return (
    <section className="card card-pad" aria-label="Usaha yang mirip">
      <h2>Mirip dengan yang sudah ada</h2>
      <ul className="mt-2 divide-y divide-line">
        {similar.map((other) => (
          <li key={other.slug} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <p className="min-w-0">
              <strong>{other.name}</strong>, {other.district}
              {other.owner_name ? `, ${other.owner_name}` : ""}:{" "}
              <span className="text-clay-ink">{other.why}</span>{" "}
              <span className="muted">({UMKM_LABEL[other.status as UmkmStatus].toLowerCase()})</span>
            </p>
            {other.isOwn ? (
              <Link to={`/dinas/umkm/${other.slug}`} className="tap link">
                Bandingkan
              </Link>
            ) : (
              <span className="muted text-sm">di wilayah lain</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

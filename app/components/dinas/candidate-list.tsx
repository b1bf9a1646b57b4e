// The warung of the last routing in the order of the rules, each with the reason, its telephone, and "Tugaskan".
import { Form } from "@remix-run/react";
import { Button } from "../ui/button.tsx";
import { CallLinks } from "./call-links.tsx";

type Props = {
  readonly code: string;
  readonly candidates: readonly {
    readonly warungId: number;
    readonly name: string;
    readonly mobile: string;
    readonly rank: number | null;
    readonly why: string;
    readonly assignable: boolean;
  }[];
  readonly mayAssign: boolean;
};

export function CandidateList({ code, candidates, mayAssign }: Props) {
  if (candidates.length === 0) return null;
  return (
    <section className="card" aria-labelledby="calon">
      <div className="card-pad pb-2">
        <h2 id="calon">{mayAssign ? "Tugaskan warung" : "Warung yang dipertimbangkan"}</h2>
        {mayAssign ? (
          <p className="muted mt-1">Hubungi dulu. Yang ditugaskan langsung menerima pesanan ini.</p>
        ) : null}
      </div>
      <ol className="divide-y divide-line">
        {candidates.map((warung) => (
          <li key={warung.warungId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
            <span
              className={`grid size-8 shrink-0 place-items-center rounded-full text-sm font-bold ${
                warung.rank === null ? "bg-paper text-ink-2" : "bg-leaf-soft text-[#22583f]"
              }`}
            >
              <span className="sr-only">{warung.rank === null ? "Tidak memenuhi syarat" : "Urutan"} </span>
              {warung.rank ?? "–"}
            </span>
            <div className="min-w-0 grow basis-52">
              <p className="font-bold">{warung.name}</p>
              <p className="muted text-[0.9375rem]">{warung.why}</p>
              <CallLinks
                mobile={warung.mobile}
                name={warung.name}
                message={`Halo ${warung.name}, saya petugas dinas. Dapatkah Anda mengantar pesanan ${code}?`}
              />
            </div>
            {mayAssign && warung.assignable ? (
              <Form method="post" action={`/dinas/pesanan/${code}/tugaskan`}>
                <input type="hidden" name="warung" value={warung.warungId} />
                <Button kind={warung.rank === 1 ? "go" : "outlined"} small busyText="Menugaskan…">
                  Tugaskan<span className="sr-only"> {warung.name}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

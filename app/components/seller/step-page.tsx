// The frame of one step of an application: which step, what an officer sent back in it, the form, and the way back.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import {
  APPLICATION_STEPS,
  type ApplicationStep,
  POINTS,
  type PointKey,
} from "#app/domain/umkm/application-checklist.ts";
import type { Problem } from "#app/web/reply.server.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { WorkPage } from "../ui/work-page.tsx";
import { pointLabels } from "./application-record.tsx";
import { SellerHeader } from "./seller-header.tsx";

type Props = {
  readonly step: ApplicationStep;
  readonly work: Parameters<typeof SellerHeader>[0]["work"];
  readonly umkm: { readonly returned_reason: string | null; readonly returned_points: readonly string[] };
  readonly problem: Problem["problem"] | undefined;
  /** one sentence: what for */
  readonly why: ReactNode;
  readonly children: ReactNode;
};

/** The sentence at a field that an officer sent back; none once the form itself has something to say. */
export function sentBack(
  { umkm, problem }: Pick<Props, "umkm" | "problem">,
  key: PointKey,
): string | undefined {
  return !problem && umkm.returned_points.includes(key) ? "Petugas meminta ini diperbaiki." : undefined;
}

export function StepPage({ step, work, umkm, problem, why, children }: Props) {
  const steps = Object.keys(APPLICATION_STEPS);
  const own = umkm.returned_points.filter((key) => POINTS[key as PointKey]?.step === step);
  return (
    <WorkPage header={<SellerHeader work={work} current="business" />}>
      <Link to="/penjual/pengajuan" className="link tap -mt-2 gap-1">
        <Icon name="chevron-left" size={18} /> Semua langkah
      </Link>
      <p className="muted text-sm">
        Langkah {steps.indexOf(step) + 1} dari {steps.length}
      </p>
      <h1>{APPLICATION_STEPS[step]}</h1>
      <p className="muted mt-1 mb-5">{why}</p>
      <ProblemNotice problem={problem} />
      {own.length > 0 && !problem ? (
        <div className="mb-4">
          <Notice tone="late" title={`Perlu diperbaiki: ${pointLabels(own).join(", ")}`}>
            <p className="whitespace-pre-line">{umkm.returned_reason}</p>
          </Notice>
        </div>
      ) : null}
      {children}
    </WorkPage>
  );
}

/** The one filled button of a step. */
export function SaveStep() {
  return (
    <Button wide busyText="Menyimpan…">
      Simpan
    </Button>
  );
}

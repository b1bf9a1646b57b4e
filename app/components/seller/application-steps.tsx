// The check list of an application: each step with what is missing in it, and the way there.
import { Link } from "@remix-run/react";
import {
  APPLICATION_STEPS,
  type ApplicationStep,
  type ChecklistPoint,
} from "#app/domain/umkm/application-checklist.ts";
import { Tag } from "../ui/chip.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly points: readonly ChecklistPoint[];
  /** keys of the points an officer sent back */
  readonly returned: readonly string[];
};

function StepRow({
  step,
  points,
  returned,
}: Props & {
  readonly step: ApplicationStep;
}) {
  const own = points.filter((point) => point.step === step);
  const missing = own.flatMap((point) => point.missing ?? []);
  const sentBack = own.filter((point) => returned.includes(point.key)).map((point) => point.label);
  return (
    <Link to={`/penjual/pengajuan/${step}`} className="flex min-h-14 items-center gap-3 px-4 py-3">
      <span
        className={`grid size-8 shrink-0 place-items-center rounded-full ${missing.length === 0 ? "bg-leaf text-white" : "border-2 border-line-strong bg-white"}`}
      >
        {missing.length === 0 ? <Icon name="check" size={18} /> : null}
      </span>
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-center gap-2">
          <b>{APPLICATION_STEPS[step]}</b>
          {sentBack.length > 0 ? <Tag tone="late">Perlu diperbaiki</Tag> : null}
        </span>
        <span className="muted block text-[0.9375rem]">
          {sentBack.length > 0 ? sentBack.join(", ") : missing.length > 0 ? missing.join(" ") : "Lengkap"}
        </span>
      </span>
      <Icon name="chevron-right" size={18} className="text-ink-2" />
    </Link>
  );
}

export function ApplicationSteps(props: Props) {
  const steps = Object.keys(APPLICATION_STEPS) as ApplicationStep[];
  return (
    <ol className="card divide-y divide-line overflow-hidden">
      {steps.map((step) => (
        <li key={step}>
          <StepRow step={step} {...props} />
        </li>
      ))}
    </ol>
  );
}

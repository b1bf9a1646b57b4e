// A warung's state as a pill.
import { WARUNG_LABEL, type WarungStatus } from "#app/domain/warung/warung-status.ts";
import { Tag, type TagTone } from "../ui/chip.tsx";

const TONES = {
  nominated: "gold",
  designated: "indigo",
  ready: "good",
  paused: "late",
  suspended: "late",
} as const satisfies Record<WarungStatus, TagTone>;

export function WarungStatusTag({ status }: { readonly status: WarungStatus }) {
  return <Tag tone={TONES[status]}>{WARUNG_LABEL[status]}</Tag>;
}

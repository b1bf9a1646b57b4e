// A photo from the phone's camera: an ordinary file form; with JavaScript each photo is made small and sent as soon as
// it is chosen, several one after the other.
import { useFetcher } from "@remix-run/react";
import { useEffect, useId, useState } from "react";
import { Button } from "../ui/button.tsx";
import { problemOf } from "../ui/problem-notice.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { shrinkPhoto } from "./shrink-photo.ts";

type Props = {
  readonly action: string;
  readonly label: string;
  /** further fields of the form */
  readonly fields?: Readonly<Record<string, string>>;
  readonly multiple?: boolean;
  /** what the page's own action answered, when it was this form (without JavaScript) */
  readonly error?: string;
};

export function PhotoUpload({ action, label, fields = {}, multiple, error }: Props) {
  const id = useId();
  const fetcher = useFetcher();
  const hydrated = useHydrated();
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [total, setTotal] = useState(0);
  const [shrinking, setShrinking] = useState(false);
  const busy = waiting.length > 0 || shrinking || fetcher.state !== "idle";
  const wrong = busy ? undefined : (problemOf(fetcher.data)?.fields.foto ?? error);

  useEffect(() => {
    const [next, ...others] = waiting;
    if (!next || fetcher.state !== "idle" || shrinking) return;
    setShrinking(true);
    setWaiting(others);
    void shrinkPhoto(next).then((photo) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.append("foto", photo);
      setShrinking(false);
      fetcher.submit(form, { method: "post", action, encType: "multipart/form-data" });
    });
  }, [waiting, fetcher, shrinking, fields, action]);

  return (
    <fetcher.Form method="post" action={action} encType="multipart/form-data" className="space-y-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id} className={hydrated ? "sr-only" : "block font-semibold"}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        name="foto"
        accept="image/*"
        multiple={multiple}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-e` : undefined}
        className={hydrated ? "peer sr-only" : "input"}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          setTotal(chosen.length);
          setWaiting(chosen);
        }}
      />
      {hydrated ? (
        <label
          htmlFor={id}
          aria-hidden="true"
          className={`btn btn-outlined w-full peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-indigo ${busy ? "pointer-events-none opacity-60" : ""}`}
        >
          {busy ? `Mengirim foto ${total > 1 ? `${total - waiting.length} dari ${total}` : ""}…` : label}
        </label>
      ) : (
        <Button kind="outlined" small>
          Kirim foto
        </Button>
      )}
      <p aria-live="polite" id={`${id}-e`} className="text-sm font-semibold text-clay-ink empty:hidden">
        {wrong}
      </p>
    </fetcher.Form>
  );
}

import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Reads the page's data again whenever the server says that it changed (server-sent events at `url`), and when the
 * phone comes back from sleep. `onChange` runs with each change. Without JavaScript the page is simply read again.
 */
export function useLive(url: string, onChange?: () => void): void {
  const { revalidate } = useRevalidator();
  const changed = useRef(onChange);
  changed.current = onChange;
  useEffect(() => {
    const source = new EventSource(url);
    const read = () => {
      changed.current?.();
      revalidate();
    };
    const wake = () => {
      if (document.visibilityState === "visible") revalidate();
    };
    source.addEventListener("change", read);
    // after a lost connection something may have been missed
    source.addEventListener("open", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      source.close();
      document.removeEventListener("visibilitychange", wake);
    };
  }, [url, revalidate]);
}

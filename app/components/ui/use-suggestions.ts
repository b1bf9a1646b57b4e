import { useEffect, useRef, useState } from "react";
import { SUGGESTED_FROM, SUGGESTED_LENGTH, type Suggestions } from "#app/domain/catalogue/suggestion.ts";

/** Long enough that a running finger asks once. Milliseconds. */
const PAUSE = 150;
/** Answers kept for going back a letter. */
const KEPT = 50;
const NONE: Suggestions = { text: "", items: [] };

/**
 * Suggestions for what stands in a field. `suggest` is told each change; what comes back is for the newest text or empty,
 * and an answer that is no longer waited for is broken off. Without a network there are none.
 */
export function useSuggestions(): { found: Suggestions; suggest: (text: string) => void } {
  const [found, setFound] = useState(NONE);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  const kept = useRef(new Map<string, Suggestions>());

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asking.current?.abort();
    },
    [],
  );

  async function ask(text: string): Promise<void> {
    const controller = new AbortController();
    asking.current = controller;
    try {
      const reply = await fetch(`/cari/saran?${new URLSearchParams({ q: text })}`, {
        signal: controller.signal,
      });
      if (!reply.ok) return;
      const answer = (await reply.json()) as Suggestions;
      if (controller.signal.aborted) return;
      if (kept.current.size >= KEPT) kept.current.clear();
      kept.current.set(text, answer);
      setFound({ ...answer, text });
    } catch {
      // broken off, or no network: then it is a plain field
    }
  }

  function suggest(text: string): void {
    clearTimeout(timer.current);
    asking.current?.abort();
    const isAsked = text.trim().length >= SUGGESTED_FROM && text.length <= SUGGESTED_LENGTH;
    const known = isAsked ? kept.current.get(text) : NONE;
    setFound(known ?? NONE);
    if (!known) timer.current = setTimeout(() => void ask(text), PAUSE);
  }

  return { found, suggest };
}

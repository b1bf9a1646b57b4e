import { useCallback, useEffect, useRef, useState } from "react";

/** Between two calls of an order that nobody has answered. Milliseconds. */
const AGAIN_MS = 8_000;
const KEPT = "bunyi-pesanan";

function ring(context: AudioContext): void {
  for (const [at, frequency] of [
    [0, 880],
    [0.18, 1175],
    [0.36, 880],
  ] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.25, context.currentTime + at);
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + at + 0.16);
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + at);
    tone.stop(context.currentTime + at + 0.17);
  }
}

export type Call = {
  /** null where there is no sound at all, false until it was turned on */
  readonly soundOn: boolean | null;
  readonly turnSoundOn: () => void;
  /** an order is calling right now */
  readonly calling: boolean;
  /** these orders call no more; the next one does */
  readonly silence: () => void;
};

/**
 * Calls while an order waits for an answer, again and again until it is answered or silenced. Browsers allow sound only
 * after a tap: once turned on here, any tap on a later visit brings it back. A page that nobody sees leaves the call to
 * the device's own notification where it has one (`ringsByItself`).
 */
export function useOfferCall(codes: readonly string[], ringsByItself: boolean): Call {
  const audio = useRef<AudioContext | null>(null);
  const [soundOn, setSoundOn] = useState<boolean | null>(null);
  const [silenced, setSilenced] = useState<readonly string[]>([]);
  const calling = codes.some((code) => !silenced.includes(code));

  const open = useCallback(() => {
    audio.current ??= new AudioContext();
    void audio.current.resume();
    setSoundOn(true);
  }, []);

  useEffect(() => {
    if (!("AudioContext" in window)) return;
    setSoundOn(false);
    const isKept = localStorage.getItem(KEPT) === "1";
    if (isKept) addEventListener("pointerdown", open, { once: true });
    return () => {
      removeEventListener("pointerdown", open);
      void audio.current?.close();
      audio.current = null;
    };
  }, [open]);

  useEffect(() => {
    if (!calling || !soundOn) return;
    const call = () => {
      const seen = document.visibilityState === "visible";
      if (audio.current && (seen || !ringsByItself)) ring(audio.current);
    };
    call();
    const timer = setInterval(call, AGAIN_MS);
    return () => clearInterval(timer);
  }, [calling, soundOn, ringsByItself]);

  return {
    soundOn,
    turnSoundOn: () => {
      open();
      localStorage.setItem(KEPT, "1");
      if (audio.current && !calling) ring(audio.current);
    },
    calling: calling && soundOn === true,
    silence: () => setSilenced(codes),
  };
}

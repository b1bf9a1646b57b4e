import { useEffect, useRef, useState } from "react";

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

/**
 * Rings when an order appears that was not there before. Browsers allow sound only after a tap: `soundOn` is null
 * where there is no sound at all, false until `turnSoundOn` was tapped.
 */
export function useOfferCall(codes: readonly string[]): { soundOn: boolean | null; turnSoundOn: () => void } {
  const audio = useRef<AudioContext | null>(null);
  const known = useRef<ReadonlySet<string> | null>(null);
  const [soundOn, setSoundOn] = useState<boolean | null>(null);

  useEffect(() => {
    if ("AudioContext" in window) setSoundOn(false);
    return () => void audio.current?.close();
  }, []);

  useEffect(() => {
    const isNew = known.current !== null && codes.some((code) => !known.current?.has(code));
    known.current = new Set(codes);
    if (isNew && audio.current) ring(audio.current);
  }, [codes]);

  return {
    soundOn,
    turnSoundOn: () => {
      audio.current ??= new AudioContext();
      ring(audio.current);
      setSoundOn(true);
    },
  };
}

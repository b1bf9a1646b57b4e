// What the board calls with: the silencer while an order calls, the switch of this device, and where a device cannot ring
// by itself the sound of the open page alone.

import { RingSwitch } from "../account/ring-switch.tsx";
import { type RingingSwitch, useRinging } from "../account/use-ringing.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { type Call, useOfferCall } from "./use-offer-call.ts";

export type BoardSound = { readonly call: Call; readonly device: RingingSwitch };

/** The sound of the board on which these orders wait for an answer. */
export function useBoardSound(codes: readonly string[]): BoardSound {
  const device = useRinging();
  return { device, call: useOfferCall(codes, device.ringing === "on") };
}

export function Silencer({ call }: BoardSound) {
  if (!call.calling) return null;
  return (
    <Button type="button" kind="outlined" wide onClick={call.silence}>
      <Icon name="bell" size={18} /> Diamkan bunyi
    </Button>
  );
}

export function SoundSwitches({ call, device }: BoardSound) {
  const canRing = device.ringing === "off" || device.ringing === "busy" || device.ringing === "failed";
  return (
    <>
      <RingSwitch
        device={{
          ...device,
          startRinging: () => {
            call.turnSoundOn();
            device.startRinging();
          },
        }}
      />
      {call.soundOn === false && !canRing ? (
        <Button type="button" kind="outlined" small onClick={call.turnSoundOn}>
          Bunyikan pesanan baru di halaman ini
        </Button>
      ) : null}
    </>
  );
}

/** The ground of a picture: a soft gradient of one hue, and a darker tint of it for the tapis band. */
export interface Ground {
  from: string;
  to: string;
  band: string;
}

/** Named after what they look like, so that the table of kinds can be read. */
export const GROUNDS = {
  pisang: { from: "#FFF1C4", to: "#F9DE98", band: "#C9983B" },
  madu: { from: "#FFE6BC", to: "#F8CD82", band: "#C18130" },
  jingga: { from: "#FFE2CC", to: "#F8C49C", band: "#C47A45" },
  persik: { from: "#FDE0D6", to: "#F5BFAE", band: "#C27760" },
  mawar: { from: "#F9DAD6", to: "#EEB8B2", band: "#B66A66" },
  marun: { from: "#F0D3D4", to: "#DDA8AC", band: "#9C5560" },
  kopi: { from: "#EFE2D6", to: "#DDC3AF", band: "#A17D63" },
  tanah: { from: "#F3E3D0", to: "#E2C29F", band: "#A87C50" },
  gading: { from: "#F8F1E2", to: "#EBDDBF", band: "#B39B6A" },
  pandan: { from: "#EAF3D2", to: "#CFE1A4", band: "#84A050" },
  daun: { from: "#DDF0DF", to: "#B4D9BA", band: "#64976E" },
  toska: { from: "#D7F0EC", to: "#A8D8D0", band: "#559089" },
  laut: { from: "#D9EDF8", to: "#AFD3EA", band: "#5F92B3" },
  nila: { from: "#DFE4F6", to: "#BAC4E6", band: "#6D79AE" },
  terung: { from: "#EBE0F3", to: "#CFBBE0", band: "#8A6DA6" },
  kapur: { from: "#EEF0F2", to: "#D3D9DF", band: "#8B95A0" },
} as const satisfies Record<string, Ground>;

export type GroundName = keyof typeof GROUNDS;

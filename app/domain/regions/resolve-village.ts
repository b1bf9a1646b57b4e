/** A village with the names of what it lies in, as an officer's spreadsheet writes them. */
export type NamedVillage = {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly district: string;
  readonly regencyCode: string;
  readonly regency: string;
};

/** The region, or the column that is wrong and why, in Indonesian. */
export type Resolved<Region> =
  | { readonly found: Region }
  | { readonly column: "kabupaten" | "kecamatan" | "desa"; readonly message: string };

export type NamedDistrict = Pick<NamedVillage, "districtCode" | "district" | "regencyCode" | "regency">;

export type RegionResolver = {
  village(names: { desa: string; kecamatan: string; kabupaten: string }): Resolved<NamedVillage>;
  district(names: { kecamatan: string; kabupaten: string }): Resolved<NamedDistrict>;
  regency(name: string): Resolved<{ regencyCode: string; regency: string }>;
};

/** "Tanjung Karang Pusat" and "Tanjungkarang Pusat" are one place. */
function bare(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

const REGENCY_PREFIX = /^\s*(?:kab(?:upaten)?|kota)(?:\.|\s)\s*/i;
const DISTRICT_PREFIX = /^\s*kec(?:amatan)?(?:\.|\s)\s*/i;
const VILLAGE_PREFIX = /^\s*(?:desa|ds|kel(?:urahan)?|pekon|kampung|kp|tiyuh)(?:\.|\s)\s*/i;

class Node<Region> {
  readonly children = new Map<string, Region>();

  /** As it stands first, since "Kampung Baru" and "Kota Agung" are whole names; then without the prefix. */
  find(name: string, prefix: RegExp): Region | undefined {
    return this.children.get(bare(name)) ?? this.children.get(bare(name.replace(prefix, "")));
  }
}

type DistrictNode = Node<NamedVillage> & { of: NamedDistrict };
type RegencyNode = Node<DistrictNode> & { of: { regencyCode: string; regency: string } };

/**
 * Finds regions by name. Names repeat (265 names of villages, some of districts), so a village is looked for inside its
 * district and that inside its regency; `Kab.`, `Kota`, `Kec.`, `Desa` … before a name are tolerated.
 */
export function regionResolver(villages: Iterable<NamedVillage>): RegionResolver {
  const province = new Node<RegencyNode>();
  for (const village of villages) {
    const { districtCode, district, regencyCode, regency } = village;
    let inRegency = province.children.get(bare(regency));
    if (!inRegency) {
      inRegency = Object.assign(new Node<DistrictNode>(), { of: { regencyCode, regency } });
      province.children.set(bare(regency), inRegency);
    }
    let inDistrict = inRegency.children.get(bare(district));
    if (!inDistrict) {
      inDistrict = Object.assign(new Node<NamedVillage>(), {
        of: { districtCode, district, regencyCode, regency },
      });
      inRegency.children.set(bare(district), inDistrict);
    }
    inDistrict.children.set(bare(village.name), village);
  }

  const findRegency = (name: string) => province.find(name, REGENCY_PREFIX);
  const noRegency = (name: string) =>
    ({ column: "kabupaten", message: `Kabupaten/kota "${name}" tidak ada di Lampung.` }) as const;
  const noDistrict = (name: string, regency: string) =>
    ({ column: "kecamatan", message: `Kecamatan "${name}" tidak ada di ${regency}.` }) as const;

  return {
    regency(name) {
      const regency = findRegency(name);
      return regency ? { found: regency.of } : noRegency(name);
    },
    district({ kecamatan, kabupaten }) {
      const regency = findRegency(kabupaten);
      if (!regency) return noRegency(kabupaten);
      const district = regency.find(kecamatan, DISTRICT_PREFIX);
      return district ? { found: district.of } : noDistrict(kecamatan, regency.of.regency);
    },
    village({ desa, kecamatan, kabupaten }) {
      const regency = findRegency(kabupaten);
      if (!regency) return noRegency(kabupaten);
      const district = regency.find(kecamatan, DISTRICT_PREFIX);
      if (!district) return noDistrict(kecamatan, regency.of.regency);
      const village = district.find(desa, VILLAGE_PREFIX);
      if (village) return { found: village };
      return {
        column: "desa",
        message: `Desa/kelurahan "${desa}" tidak ada di Kecamatan ${district.of.district}, ${regency.of.regency}.`,
      };
    },
  };
}

type Move = {
  readonly cause: string;
  readonly reason: string | null;
  readonly order_code: string | null;
  readonly consignment_code: string | null;
  readonly actor_name: string;
};

/** Why the number on a shelf changed, in words: `Dihitung saat tiba, TJ-7K3M9Q`. */
export function shelfMoveText({ cause, reason, order_code, consignment_code, actor_name }: Move): string {
  switch (cause) {
    case "received":
      return `Ditaruh di rak oleh ${actor_name}, ${consignment_code}`;
    case "ordered":
      return `Dipesan, ${order_code}`;
    case "given_back":
      return `Kembali ke rak dari ${order_code}`;
    case "returned_to_seller":
      return `Dikembalikan ke penjual oleh ${actor_name}`;
    case "shrinkage":
      return `${reason}, dicatat ${actor_name}`;
    default:
      return `Hitung ulang oleh ${actor_name}`;
  }
}

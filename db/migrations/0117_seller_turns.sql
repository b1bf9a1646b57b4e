-- Who is introduced to buyers on a day: each seller with goods to sell has a turn, longest without one first.
create table seller_turn (
  day date not null,
  regency_code text not null references regency,
  place smallint not null,
  umkm_id bigint not null references umkm,
  primary key (day, regency_code, place)
);
create unique index seller_turn_umkm on seller_turn (umkm_id, day desc);

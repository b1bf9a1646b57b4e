-- Days (WIB) on which offices and sellers rest: what a promise and a deadline in working days have to know.
create table public_holiday (
  day date primary key,
  name text not null check (length(name) between 2 and 100),
  -- libur nasional, or cuti bersama
  kind text not null check (kind in ('national', 'leave'))
);
-- 2026: joint decree (SKB) of the ministers of religion, manpower and administrative reform, No. 1497, 2 and 5 of 2025.
insert into public_holiday (day, name, kind) values
  ('2026-01-01', 'Tahun Baru 2026 Masehi', 'national'),
  ('2026-01-16', 'Isra Mikraj Nabi Muhammad S.A.W.', 'national'),
  ('2026-02-16', 'Cuti bersama Tahun Baru Imlek', 'leave'),
  ('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili', 'national'),
  ('2026-03-18', 'Cuti bersama Hari Suci Nyepi', 'leave'),
  ('2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)', 'national'),
  ('2026-03-20', 'Cuti bersama Idulfitri', 'leave'),
  ('2026-03-21', 'Idulfitri 1447 Hijriah', 'national'),
  ('2026-03-22', 'Idulfitri 1447 Hijriah', 'national'),
  ('2026-03-23', 'Cuti bersama Idulfitri', 'leave'),
  ('2026-03-24', 'Cuti bersama Idulfitri', 'leave'),
  ('2026-04-03', 'Wafat Yesus Kristus', 'national'),
  ('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)', 'national'),
  ('2026-05-01', 'Hari Buruh Internasional', 'national'),
  ('2026-05-14', 'Kenaikan Yesus Kristus', 'national'),
  ('2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus', 'leave'),
  ('2026-05-27', 'Iduladha 1447 Hijriah', 'national'),
  ('2026-05-28', 'Cuti bersama Iduladha', 'leave'),
  ('2026-05-31', 'Hari Raya Waisak 2570 BE', 'national'),
  ('2026-06-01', 'Hari Lahir Pancasila', 'national'),
  ('2026-06-16', '1 Muharam Tahun Baru Islam 1448 Hijriah', 'national'),
  ('2026-08-17', 'Proklamasi Kemerdekaan', 'national'),
  ('2026-08-25', 'Maulid Nabi Muhammad S.A.W.', 'national'),
  ('2026-12-24', 'Cuti bersama Kelahiran Yesus Kristus', 'leave'),
  ('2026-12-25', 'Kelahiran Yesus Kristus (Natal)', 'national'),
-- 2027: the days whose date no decree has to find. The province enters the others when they are decreed (/dinas/kalender).
  ('2027-01-01', 'Tahun Baru 2027 Masehi', 'national'),
  ('2027-03-26', 'Wafat Yesus Kristus', 'national'),
  ('2027-03-28', 'Kebangkitan Yesus Kristus (Paskah)', 'national'),
  ('2027-05-01', 'Hari Buruh Internasional', 'national'),
  ('2027-05-06', 'Kenaikan Yesus Kristus', 'national'),
  ('2027-06-01', 'Hari Lahir Pancasila', 'national'),
  ('2027-08-17', 'Proklamasi Kemerdekaan', 'national'),
  ('2027-12-25', 'Kelahiran Yesus Kristus (Natal)', 'national');

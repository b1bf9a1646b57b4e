/**
 * Brand names that people use as words for the thing itself = the thing. They say nothing about what the shop sells.
 * Source: market leaders per class as printed on shelves (Top Brand Index classes), by hand.
 */
export const brands = `
indomie, indomi, sarimi, supermi, supermie, sedaap, mie sedaap, mi sedap, pop mie, popmie, intermi, gaga = mi instan
aqua, akua, le minerale, le mineral, lemineral, vit, cleo, club, grand, great, ades, amidis = air galon
aqua galon, galon aqua, akua galon, le minerale galon = air galon
pampers, pempers, pampes, mamypoko, mamy poko, sweety, merries, makuku, baby happy, goon, huggies = popok bayi
odol, pepsodent, pepsoden, close up, closeup, ciptadent, formula, sensodyne, enzim = pasta gigi
rinso, rinsho, daia, so klin, soklin, attack, boom, surf, molto, ekonomi, wings = deterjen
sunlight, sunlait, sanlight, mama lemon, mamalemon, mama lime, ekonomi cair, wipol = sabun cuci piring
lifebuoy, lifeboy, lifboy, lux, nuvo, giv, dettol, detol, shinzui, harmony, zen, citra = sabun mandi
pantene, panten, sunsilk, sansilk, clear, zinc, head and shoulders, emeron, dove, rejoice, tresemme = sampo
softex, softek, charm, laurier, kotex, hers protex = pembalut
tessa, paseo, nice, multi, jolly, kleenex, passeo = tisu
bango, kecap abc, sedap kecap, kecap indofood, kecap bango = kecap manis
saus abc, abc, delmonte, del monte, saus indofood, sasa sambal, saos abc, dua belibis = saus sambal
bimoli, sania, filma, tropical, sunco, fortune, kunci mas, camar, rose brand minyak, barco, hemart, sovia, siip = minyak goreng
segitiga biru, cakra kembar, kunci biru, segitiga, bogasari = tepung terigu
rose brand, pak tani = tepung tapioka, bihun, gula pasir
gulaku, gulavit, gula rose brand, gula gmp, gunung madu, gmp, sgc = gula pasir
refina, dolphin, dolpin, cap daun = garam
bendera, frisian flag, indomilk, cap enaak, carnation, kental manis, omela, three cows, skm = susu kental manis
dancow, danko, danco, bebelac, sgm, lactogen, milo, hilo, anlene, nutrilon = susu bubuk
kapal api, luwak white koffie, white coffee, indocafe, torabika, abc susu, good day, gudday, top kopi, nescafe, neskafe, kopiko = kopi saset
sariwangi, sari wangi, sosro, tong tji, tongtji, bendulan, teh poci, 2 tang, gopek, walini = teh celup
elpiji, lpg, bright gas, brightgas, pertamina, blue gaz = elpiji
rojolele, rojo lele, setra ramos, ramos, pandan wangi, raja lele, maknyuss, topi koki, ir 64, c4 = beras premium, beras medium
royco, masako, sasa, ajinomoto, micin, indofood racik, racik = bumbu
marjan, abc sirup, monin, tropicana, kurnia = sirup
tolak angin, antangin, sidomuncul, jahe wangi = jahe merah
tupperware, taperware = bakul
chitato, qtela, kusuka, lays, taro, maicih, ma icih, karuhun = keripik, keripik singkong
silverqueen, silver queen, cadbury, delfi, toblerone, beng beng = cokelat batang
van houten, vanhouten, windmolen = cokelat bubuk
aneka yen yen, yen yen, aneka suseno, suseno, shinta, askha jaya, istana oleh oleh = keripik pisang
bu rudy, abc sambal, finna sambal, sambal bu rudi = sambal
finna, kerupuk finna = kerupuk udang
madu tj, madurasa, madu nusantara = madu
barefood, so good, sogood, fiesta, kanzler, bernardi, sumber selera = bakso
pempek candy, pempek 123, pempek vico = pempek
el john, bola dunia, kopi bola dunia, kopi sinar baru, kopi intan = kopi bubuk robusta
`;

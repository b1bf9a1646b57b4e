/**
 * Brand names that people use as words for the thing itself = the thing. They say nothing about what the shop sells.
 * Source: market leaders per class as printed on shelves (Top Brand Index classes), by hand.
 */
export const brands = `
indomie, indomi, indomie goreng, sarimi, supermi, supermie, sedaap, mie sedaap, mi sedap, mi sedaap goreng, pop mie, popmie, intermi, gaga, lemonilo, mi abc, best wok = mi instan
aqua, akua, le minerale, le mineral, lemineral, vit, cleo, club, grand, great, ades, amidis, prima, crystalline, nestle pure life, tirta, tripanca = air galon
aqua galon, galon aqua, akua galon, le minerale galon = air galon
pampers, pempers, pampes, pemper, popok pampers, diapers anak, fitti, nepia, baby diapers, mamypoko, mamy poko, sweety, merries, makuku, baby happy, goon, huggies = popok bayi
odol, pepsodent, pepsoden, close up, closeup, ciptadent, systema, darlie, colgate, formula, sensodyne, enzim = pasta gigi
rinso, rinsho, daia, so klin, soklin, attack, boom, surf, molto, downy, rapika, bayclin, bukrim, jazz, ekonomi, wings, rinso cair, rinso bubuk = deterjen
sunlight, sunlait, sanlight, mama lemon, mamalemon, mama lime, ekonomi cair, wipol = sabun cuci piring
lifebuoy, lifeboy, lifboy, lux, nuvo, giv, dettol, biore, cussons, asepso, palmolive, detol, shinzui, harmony, zen, citra = sabun mandi
pantene, panten, sunsilk, sansilk, clear, zinc, head and shoulders, head shoulders, emeron, natur, makarizo, lifebuoy shampoo, dove, rejoice, tresemme = sampo
softex, softek, charm, laurier, kotex, hers protex, whisper, modess = pembalut
tessa, paseo, see u, mitu, montiss, nice, multi, jolly, kleenex, passeo = tisu
bango, kecap abc, sedap kecap, kecap sedaap, kecap indofood, kecap bango, kecap nasional, abc kecap = kecap manis
saus abc, abc, abc saus, sambal abc, sambal indofood, belibis, delmonte, del monte, saus indofood, sasa sambal, saos abc, dua belibis = saus sambal
bimoli, sania, filma, tropical, sunco, fortune, resto, tawon, rizki, palmia, kunci mas, camar, rose brand minyak, barco, hemart, sovia, siip = minyak goreng
segitiga biru, cakra kembar, kunci biru, lencana merah, segitiga, bogasari, terigu bogasari = tepung terigu
sajiku, tepung bumbu = tepung terigu
sagu tani, pak tani gunung, gunung agung, cap pak tani = tepung tapioka
rose brand, pak tani = tepung tapioka, bihun, gula pasir
gulaku, gulavit, gula rose brand, gula gmp, gunung madu, gmp, sgc = gula pasir
refina, dolphin, dolpin, cap daun = garam
frisian flag, indomilk, cap enak, cap enaak, carnation, kental manis, omela, three cows, skm = susu kental manis
bendera, susu bendera = susu kental manis, susu bubuk
dancow, danko, danco, bebelac, sgm, lactogen, milo, hilo, anlene, nutrilon = susu bubuk
kapal api, luwak white koffie, luwak white coffee, white coffee, white koffie, kopi abc, abc sachet, caffino, kopi gadjah, ya kopi, indocafe, torabika, abc susu, good day, gudday, top kopi, nescafe, neskafe, kopiko = kopi saset
sariwangi, sari wangi, sosro, tong tji, tongtji, dandang, teh dandang, teh naga, bendulan, teh poci, 2 tang, gopek, walini = teh celup
rojolele, rojo lele, setra ramos, ramos, pandan wangi, raja lele, maknyuss, topi koki, ir 64, c4 = beras premium, beras medium
royco, masako, sasa, ajinomoto, micin, moto, penyedap rasa, kaldu bubuk, maggi, ladaku, indofood racik, racik = bumbu
marjan, abc sirup, sirup abc, monin, tropicana, kurnia, abc squash, sprite, coca cola, cocacola, fanta, pepsi, nutrisari, marimas, jasjus, teh botol, pocari = sirup
tolak angin, antangin, sidomuncul, jahe wangi, bodrex, komix, obh, vicks, bejo jahe merah = jahe merah, madu
tupperware, taperware = bakul
chitato, qtela, kusuka, lays, taro, cheetos, pringles, jetz, maicih, ma icih, karuhun = keripik, keripik singkong
silverqueen, silver queen, cadbury, delfi, toblerone, beng beng, chunky bar, kitkat, kit kat = cokelat batang
van houten, vanhouten, windmolen = cokelat bubuk
aneka yen yen, yen yen, aneka suseno, suseno, shinta, askha jaya, istana oleh oleh = keripik pisang
bu rudy, abc sambal, finna sambal, sambal bu rudi = sambal
finna, kerupuk finna = kerupuk udang
madu tj, madurasa, madu nusantara = madu
barefood, so good, sogood, fiesta, kanzler, bernardi, sumber selera = bakso
pempek candy, pempek 123, pempek vico = pempek
el john, bola dunia, kopi bola dunia, kopi sinar baru, kopi intan = kopi bubuk robusta
`;

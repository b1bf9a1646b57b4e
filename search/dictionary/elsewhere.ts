/**
 * Things that people buy, but not here: written right, so that nobody is shown "patung" for "payung" or "beras" for
 * "bekas". Whoever asks for one is told that there is none, unless a product or a seller has just that word in its name.
 * A word goes out of this list on the day that somebody sells the thing.
 * Source: the category names of Indonesian marketplaces, without what this one sells.
 */
export const elsewhere = `
laptop, komputer, tablet, monitor, printer, keyboard, mouse, flashdisk, hardisk, memori, kamera, drone, speaker, headset, earphone
hp, handphone, ponsel, samsung, oppo, vivo, xiaomi, iphone, realme, casing, charger, kabel, powerbank, pulsa, kuota, token listrik, voucher
televisi, tv, kulkas, mesin cuci, ac, kipas, kipas angin, setrika, dispenser, rice cooker, magic com, blender, mixer, oven, kompor, panci, wajan
lampu, senter, baterai, aki, genset, obeng, palu, gergaji, bor, tang, paku, cat, cat tembok, semen, pasir bangunan, bata, genteng, besi, pipa, keran, kloset
mobil, motor, sepeda, sepeda motor, helm, ban, oli, bensin, solar, knalpot, sparepart, jok, bekas
sepatu, sandal, sandal jepit, celana, jeans, celana dalam, jaket, jaket kulit, kulit, rok, gaun, dasi, kaus kaki, sarung tangan, ikat pinggang, sabuk
jam, jam tangan, kacamata, payung, jas hujan, koper, ransel, parfum, minyak wangi, lipstik, bedak, maskara, sisir rambut, gunting, pisau
buku, buku tulis, pensil, pulpen, penghapus, penggaris, spidol, kertas, amplop, majalah, koran, peta
gitar, piano, drum, bola, raket, kok, jersey, sepatu bola, pancing, joran, tenda, matras, barbel
kasur, bantal, guling, selimut, sprei, seprai, lemari, meja, kursi, sofa, rak, karpet, gorden, ember, gayung, sapu, pel, keset, tempat sampah, hanger
pupuk, pupuk urea, urea, pestisida, bibit, benih, cangkul, arit, pakan, pelet, kandang, kucing, anjing, kelinci hidup, burung, ikan hias
obat nyamuk, obat kutu, racun tikus, masker, termometer, kursi roda, paracetamol, antibiotik, rokok, vape, korek, bir, anggur merah
elpiji, gas, gas melon, tabung gas, gas elpiji, gas 3 kg, bright gas
boneka, mainan, lego, puzzle, balon, kereta bayi, dot bayi
roti tawar, pizza, burger, hotdog, sosis, nugget, es krim, yoghurt, keju mozarella, kentang, wortel, kol, bayam, kangkung, buncis, terong, apel, semangka, melon, anggur, stroberi, pepaya
`;

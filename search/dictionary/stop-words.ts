/**
 * Words that carry no wish. `grammar` is dropped everywhere; `shopTalk` only when something else is left to search.
 * Sources: F. Tala, A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia (2003), cut down by hand.
 * Trade words in Tala's list are spared: tahu, oleh, rasa, isi, masak, jadi, kecil, besar, lima, satu, asap, dua.
 */
export const grammar = `
yang dan di ke dari untuk dengan atau ini itu pada adalah ialah juga agar supaya karena bagi para sang si nya pun lah
kah dong sih deh kok ya yg dgn utk dr dlm dalam the of and for with to
`;

export const shopTalk = `
beli jual mau cari nyari mencari dijual harga murah termurah mahal enak terenak lezat nikmat asli terbaik bagus berkualitas
kualitas promo diskon grosir eceran online toko warung pasar penjual jualan umkm produk barang pesan order ready stok dekat
terdekat sekitar sini saya aku kak gan min tolong butuh perlu pengen ingin buat khas original ori super mantap mantul banget
sekali terlaris populer recommended rekomendasi best ada adakah apakah gak ga nggak enggak engga tidak berapa brp brapa
bos om bang bund bunda kakak mas mbak pak bu dek sis gimana mana dimana apa punya minta tolongin beliin jualin sedia tersedia
lagi aja saja yaa sekarang pagi siang sore malam anak orang keluarga rumah kantor cap merek merk brand gambar
`;

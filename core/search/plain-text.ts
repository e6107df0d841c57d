/** Letters that no normal form takes apart, as people write them without their signs. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  '’': "'",
  '‘': "'",
}

/**
 * Normalizes stored texts and searches in the same way: lower case, and letters without accents, so that "Muller" finds
 * "Müller". Signs that other scripts need, such as those of Japanese kana, stay.
 */
export const plainText = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll(/[ßæœøđðłıþ’‘]/g, (letter) => letters[letter] ?? letter)

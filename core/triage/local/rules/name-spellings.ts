const signs = /[\s./_&-]+/gu
const accents = /\p{M}/gu
/** Shorter ones are too much like other words: “.NET” is no “net”. */
const shortestCompact = 4
/** “Media” is no “median”. */
const shortestStem = 6

/** How people write a name that an admin has chosen: “Power BI” is “PowerBI”, “AS/400” is “AS400”, “Wi-Fi 6” is “WiFi 6”, “Café” is “Cafe”. */
export function spellingsOf(name: string): string[] {
  const compact = name.replaceAll(signs, '')
  return unique([
    name,
    name.replaceAll('-', ''),
    name.replaceAll('-', ' '),
    ...(compact.length >= shortestCompact ? [compact] : []),
    name.normalize('NFD').replaceAll(accents, '').normalize('NFC'),
  ])
}

/** Also with other endings and as the first part of a compound: “Rechnung” in “Rechnungen” and “Rechnungsnummer”, “Facilities” in “facility”. */
export function inflectionsOf(name: string): string[] {
  const stem = singularOf(name)
  const isOneWord = /^\p{L}+$/u.test(stem) && stem.length >= shortestStem
  return unique([...spellingsOf(name), ...spellingsOf(stem), ...(isOneWord ? [`${stem}*`] : [])])
}

const singularOf = (name: string) => name.replace(/ies$/i, 'y').replace(/(?<![suiy])s$/i, '')

const unique = (spellings: string[]) => [...new Set(spellings)]

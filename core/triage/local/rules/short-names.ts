const letters = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,2}$/u
const word = /[\p{L}\p{M}\p{N}]+[+#]*|[:&]|(?<=\p{L})-(?=\p{L})/gu
/** What stands beside the name of a programming language. */
const aboutCode =
  /^(?:code|códig|codic|compil|kompil|program|skript|script|source|quell|develop|entwick|dévelop|desarroll|desenvol|svilupp|librar|biblio|package|paket|paquet|modul|binar|build|test|panic|runtime|service|backend|studio|routine|langu?ag|sprache|lenguaje|lingua|taal$|język|written$|geschrieben$|\d)/iu
const goesOn = /^(?:to|into|on|back|ahead|live|online|through|home|[:&])$/i
const nearby = 2

/** Whether a name is too short to be told from ordinary words: “Go”, “R”, “IT”. */
export const isShortName = (name: string) => letters.test(name)

/**
 * Finds short names where a text writes them exactly so. “IT” is not “it”. A letter, and “Go”, is a programming language only
 * beside a word about code: “drive C”, “Go to settings” and “press R” are none.
 */
export function findShortNames<T>(names: readonly (readonly [name: string, means: T])[]) {
  const known = new Map(names)
  return (text: string): T[] => {
    if (known.size === 0) return []
    const words = text.slice(0, 10_000).normalize('NFKC').match(word) ?? []
    return words.flatMap((one, at) => {
      const means = known.get(one)
      return means !== undefined && (!isLanguage(one) || isBesideCode(words, at)) ? [means] : []
    })
  }
}

const isLanguage = (name: string) => name.length === 1 || name === 'Go'

function isBesideCode(words: string[], at: number) {
  const isPart = /^[-&]$/.test(words[at - 1] ?? '')
  if (isPart || goesOn.test(words[at + 1] ?? '')) return false
  const before = words.slice(Math.max(0, at - nearby), at)
  return [...before, ...words.slice(at + 1, at + 1 + nearby)].some((one) => aboutCode.test(one))
}

import codes from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' }

/** The short names that Slack uses, each with its characters. */
const characters = new Map(
  Object.entries(codes).flatMap(([hex, names]) =>
    [names].flat().map((name) => [name, fromHex(hex)] as const),
  ),
)

function fromHex(hex: string): string {
  return String.fromCodePoint(...hex.split('-').map((code) => Number.parseInt(code, 16)))
}

/** The characters of `tada` or `wave::skin-tone-3`. Undefined: nothing has this name. */
export function emojiNamed(name: string): string | undefined {
  const [base = '', tone] = name.split('::')
  const found = characters.get(base)
  const modifier = tone && characters.get(tone)
  return found && modifier ? found + modifier : found
}

/** The names that contain these letters, those that begin with them first. */
export function emojiNamesLike(letters: string, max: number): string[] {
  const wanted = letters.toLowerCase()
  return [...characters.keys()]
    .filter((name) => name.includes(wanted))
    .sort((a, b) => Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)))
    .slice(0, max)
}

import codes from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' }

/** The codes that Slack and Discord use, e.g. "+1": https://github.com/iamcal/emoji-data */
const emoji = new Map(
  Object.entries(codes).flatMap(([hexCode, names]) =>
    [names].flat().map((name) => [name, emojiOf(hexCode)] as const),
  ),
)

/** @param hexCode code points joined by "-", e.g. "1F44D-1F3FC" */
export function emojiOf(hexCode: string): string {
  const characters = String.fromCodePoint(...hexCode.split('-').map((code) => Number.parseInt(code, 16)))
  // A character that is also a text symbol, such as a heart, needs a variation selector to show as an emoji.
  return /^\p{Emoji}$/u.test(characters) && !/^\p{Emoji_Presentation}$/u.test(characters)
    ? `${characters}\uFE0F`
    : characters
}

/** The first of the five skin tones is "2", after the Fitzpatrick scale. */
const firstTone = 0x1f3fb

/**
 * The emoji of a code.
 * @param name without colons @param tone 2 to 6
 * @returns undefined for a custom emoji of the workspace or server
 */
export function findEmoji(name: string, tone?: number): string | undefined {
  const found = emoji.get(name)
  if (!found || !tone || tone < 2 || tone > 6) return found
  return found.replace(
    /(\p{Emoji_Modifier_Base})\uFE0F?/u,
    (_, person: string) => person + String.fromCodePoint(firstTone + tone - 2),
  )
}

const tones = /[\u{1F3FB}-\u{1F3FF}]/gu
const bare = (characters: string) => characters.replace(/\uFE0F/g, '')
/** The first code of each is the one that Slack uses. */
const names = new Map([...emoji].toReversed().map(([name, characters]) => [bare(characters), name]))

/**
 * The code that Slack's API takes, e.g. "+1" or "wave::skin-tone-3".
 * @returns undefined for characters without a code
 */
export function emojiName(characters: string): string | undefined {
  const name = names.get(bare(characters)) ?? names.get(bare(characters.replace(tones, '')))
  const tone = [...characters.matchAll(tones)][0]?.[0].codePointAt(0)
  return name && tone && !names.has(bare(characters)) ? `${name}::skin-tone-${tone - firstTone + 2}` : name
}

/** One form for the same emoji, which platforms write with or without a variation selector. */
export const canonicalEmoji = (characters: string) =>
  emoji.get(names.get(bare(characters)) ?? '') ?? characters

/** Not within a word or a time, e.g. 12:30:45. */
const code = /(?<![\p{L}\p{N}]):([\w+'-]+):(?::skin-tone-([2-6]):)?(?![\p{L}\p{N}])/gu

/** Replaces the codes of emoji, such as :+1: or :wave::skin-tone-3:. Codes of custom emoji stay. */
export const withEmoji = (text: string): string =>
  text.replace(code, (as, name: string, tone?: string) => findEmoji(name, Number(tone)) ?? as)

const codeInMarkdown = /(```[\s\S]*?```|`[^`\n]+`)/

/** Replaces the codes of emoji in Markdown, except in code. */
export const withEmojiInMarkdown = (markdown: string): string =>
  markdown
    .split(codeInMarkdown)
    .map((part, index) => (index % 2 === 1 ? part : withEmoji(part)))
    .join('')

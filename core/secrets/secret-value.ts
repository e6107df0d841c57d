import { looksRandom } from './secret-looks.ts'

/** @property isLast nothing follows on its line @property end where its closing quotation mark ends, if it has one */
export type Value = { text: string; start: number; end: number; isQuoted: boolean; isLast: boolean }

/** In quotation marks, or up to the next space. */
const value =
  /"([^"\n]{3,200})"|'([^'\n]{3,200})'|„([^“”\n]{3,200})[“”]|“([^“”\n]{3,200})”|«\s?([^«»\n]{3,200}?)\s?»|[「『]([^「」『』\n]{3,200})[」』]|`([^`\n]{3,200})`|(\d{3} \d{3}(?![\d ]*\d)|[^\s"'„“«「『」』`、。，；]{3,500})/uy

export function valueAt(text: string, at: number): Value | null {
  value.lastIndex = at
  const match = value.exec(text)
  const [whole = '', ...quoted] = match ?? []
  const bare = quoted.pop()
  const content = quoted.find((one) => one !== undefined)
  if (content !== undefined)
    return {
      text: content,
      start: at + whole.indexOf(content, 1),
      end: at + whole.length,
      isQuoted: true,
      isLast: false,
    }
  if (bare === undefined) return null
  const trimmed = bare.replace(/(?:<\/.*|[.,;:)\]}*]+)$/u, '')
  const end = at + trimmed.length
  const isLast = /^(?:<\/|[.,;:)\]}!?*\s]*(?:\n|$))/u.test(text.slice(end, end + 40))
  return { text: trimmed, start: at, end, isQuoted: false, isLast }
}

const separator =
  /\s*[,;/、]\s*|\s+(?:and|or|und|oder|et|ou|y|e|o|en|of|i|lub)\s+|\s*(?:和|と|或|または)\s*|\s+/uy
const maxValues = 20

/** What follows in a list: "backup codes: 1234-5678 2345-6789". Only what is written like the first. */
export function otherValues(text: string, first: Value): Value[] {
  const found: Value[] = []
  for (let last = first; found.length < maxValues; ) {
    separator.lastIndex = last.end
    const between = separator.exec(text)
    const next = between && valueAt(text, last.end + between[0].length)
    if (!next || !looksRandom(next.text) || shapeOf(next.text) !== shapeOf(first.text)) break
    found.push(next)
    last = next
  }
  return found
}

const shapeOf = (text: string) =>
  text
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/g, '9')

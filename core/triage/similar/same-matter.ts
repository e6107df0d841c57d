import { wordsOf } from '../local/features/words.ts'

type Text = { title: string; description: string }

/** Numbers that name a thing: “room 204”, “db-02”, “10.0.0.5”, “0x80070005”. Times and dates name none. */
const number = /0x[\da-f]+|\p{Nd}+(?:\.\p{Nd}+)*/gu
const time = /\b\d{1,2}[:.h]\d{2}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/gu
/** “三階”, “五楼”. Other numerals of Chinese and Japanese are parts of words. */
const floors = /[一二三四五六七八九十]+(?=[階层楼号番])/gu
/** Of the words of the shorter description, the longer one has at least this share. */
const minShared = 0.3
const maxReplaced = 2
/** In characters. What follows in a longer description is mostly a log. */
const comparedText = 4_000

/**
 * Whether two tickets whose texts are alike can be about the same. They can't if their titles name different things, as
 * “Projector in room 101” and “room 204” do, or if one title stands above different descriptions, as in a template.
 */
export const canBeSameMatter = (a: Text, b: Text): boolean =>
  !eachHasOther(thingsIn(a.title), thingsIn(b.title)) &&
  !isOneNameReplaced(a.title, b.title) &&
  saysSomething(a) &&
  describesTheSame(a.description, b.description)

const thingsIn = (title: string) => {
  const plain = title.normalize('NFKC').toLowerCase().replaceAll(time, ' ')
  return new Set([...(plain.match(number) ?? []), ...(plain.match(floors) ?? [])])
}

const eachHasOther = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].some((one) => !b.has(one)) && [...b].some((one) => !a.has(one))

/** “Internet down in Berlin” and “in Paris”: the same words but for a name in one place. Names begin with a capital or are one letter. */
function isOneNameReplaced(a: string, b: string): boolean {
  const [one, other] = [spoken(a), spoken(b)]
  const same = (x = '', y = '') => x.toLowerCase() === y.toLowerCase()
  let start = 0
  while (start < Math.min(one.length, other.length) && same(one[start], other[start])) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && same(one.at(-1 - end), other.at(-1 - end))) end++
  const replaced = [one, other].map((words) => words.slice(start, words.length - end))
  const isShort = replaced.every(({ length }) => length > 0 && length <= maxReplaced)
  return isShort && start + end > 0 && replaced.every((words) => words.some(isName))
}

const spoken = (title: string) => title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const isName = (word: string) => /^\p{Lu}/u.test(word) || /^\p{Script=Latin}$/u.test(word)

/** One word, such as “Problem”, says nothing. */
const saysSomething = ({ title, description }: Text) => wordsOf(`${title} ${description}`).length > 1

function describesTheSame(a: string, b: string): boolean {
  const [one, other] = [describedBy(a), describedBy(b)]
  const fewest = Math.min(one.size, other.size)
  return fewest === 0 || [...one].filter((word) => other.has(word)).length >= minShared * fewest
}

/** An e-mail address is one word. */
const address = /[\w.+-]{1,64}@[\w.-]{1,255}/g

function describedBy(whole: string) {
  const description = whole.slice(0, comparedText)
  return new Set([
    ...wordsOf(description.replaceAll(address, ' ')),
    ...(description.toLowerCase().match(address) ?? []),
  ])
}

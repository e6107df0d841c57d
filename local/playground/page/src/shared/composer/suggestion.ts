/** Something to choose while typing. */
export type Suggestion = {
  key: string
  label: string
  detail?: string
  /** What the whole text becomes. Undefined: `choose` is called instead. */
  text?: string
  choose?: () => void
}

/** What may be completed at the end of the text: `/ti`, `@ad`, `:smi`. */
export const wordAtEnd = (text: string) => /(?:^|\s)([/@:][^\s]*)$/.exec(text)?.[1] ?? ''

export const replaceEnd = (text: string, word: string, by: string) => `${text.slice(0, -word.length)}${by} `

/** People whose name contains what was typed after "@". */
export function suggestPeople(text: string, people: { id: string; name: string }[]): Suggestion[] {
  const word = wordAtEnd(text)
  if (!word.startsWith('@')) return []
  const wanted = word.slice(1).toLowerCase()
  return people
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 8)
    .map(({ id, name }) => ({ key: id, label: `@${name}`, text: replaceEnd(text, word, `@${name}`) }))
}

/** Names after "@" as the platforms send them: `<@id>`. Longer names first, so that none is taken for another's beginning. */
export function withMentions(text: string, people: { id: string; name: string }[]): string {
  return [...people]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((words, { id, name }) => words.replaceAll(`@${name}`, `<@${id}>`), text)
}

const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** Whether a summary says no more than the title or the beginning of the description. */
export function repeats(summary: string, { title, description }: { title: string; description: string }) {
  const said = wordsIn(summary)
  return said === '' || said === wordsIn(title) || wordsIn(description).startsWith(said)
}

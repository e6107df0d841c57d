const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** Whether a summary says no more than the title and the beginning of the description. */
export function repeatsTicketText(
  summary: string,
  { title, description }: { title: string; description: string },
): boolean {
  const summaryWords = wordsIn(summary)
  const [titleWords, ownWords] = [wordsIn(title), wordsIn(description)]
  return `${titleWords} ${ownWords}`.startsWith(summaryWords) || ownWords.startsWith(summaryWords)
}

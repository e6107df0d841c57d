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
  const said = wordsIn(summary)
  const [about, told] = [wordsIn(title), wordsIn(description)]
  return `${about} ${told}`.startsWith(said) || told.startsWith(said)
}

/** How many characters of a description are read at a glance: two or three sentences. */
const atAGlance = 300

const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** Sentences, parted also where a secret was left out, as in "[password removed]". */
const sentencesIn = (text: string) => text.split(/\\?\[[a-z ]+ removed\\?\]|(?<=[.!?…])\s|(?<=[。！？])/)

/** Whether a summary says no more than the title and the beginning of the description. */
export function repeatsTicketText(
  summary: string,
  { title, description }: { title: string; description: string },
): boolean {
  const own = summary.toLowerCase().startsWith(title.toLowerCase()) ? summary.slice(title.length) : summary
  const shown = ` ${wordsIn(title)} ${wordsIn(description.slice(0, atAGlance))}`
  return sentencesIn(own)
    .map(wordsIn)
    .every((words) => shown.includes(` ${words}`))
}

type Text = { title: string; description: string }

const started = (text: string) => text.trim().toLowerCase()

/** Title and description. The title is left out where the description begins with it, as forwarded mails do. */
export const partsOf = ({ title, description }: Text): Text =>
  started(description).startsWith(started(title)) ? { title: '', description } : { title, description }

/** One text of both. The title says twice as much as any other line. */
export function ticketText(ticket: Text): string {
  const { title, description } = partsOf(ticket)
  return title ? `${title}\n${title}\n${description}` : description
}

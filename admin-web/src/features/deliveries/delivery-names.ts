const moderatorsCard = 'moderators-card'

/** "status-changed" becomes "Status changed". */
export function aboutName(about: string): string {
  if (about === moderatorsCard) return 'Card for moderators'
  const words = about.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where a message goes that has no recipient. */
export const placeName = (about: string) =>
  about === moderatorsCard ? 'the moderators’ channel' : 'the ticket’s thread'

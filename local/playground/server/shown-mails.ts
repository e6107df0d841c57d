import { LRUCache } from 'lru-cache'

export type ShownMails = ReturnType<typeof createShownMails>

/**
 * Mails that pages show in a frame, each under an address that nobody can guess: it may hold a link that signs somebody
 * in. The oldest are forgotten.
 */
export function createShownMails() {
  const mails = new LRUCache<string, string>({ max: 100 })
  return {
    /** @returns a path on the playground's own origin */
    show(html: string): string {
      const id = crypto.randomUUID()
      mails.set(id, html)
      return `/mails/${id}`
    },

    /** @returns the HTML; undefined for an unknown id */
    read: (id: string) => mails.get(id),
  }
}

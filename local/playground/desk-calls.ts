import { z } from 'zod'
import type { MailMessage } from '../mail/mail-folder.ts'
import { fileSchema } from './slack-calls.ts'

/** What the "Simulate" menu offers. */
export const troubles = [
  'slack-down',
  'discord-down',
  'slack-rate-limit',
  'discord-rate-limit',
  'gemini-slow',
  'gemini-hostile',
  'mail-refused',
  'many-tickets',
] as const
export type Trouble = (typeof troubles)[number]

/** Trouble that lasts, and its end in ms since 1970. Null: until it is stopped. */
export type CurrentTrouble = { kind: Trouble; until: number | null }

/** What became of a mail that somebody sent to the desk. */
export type MailOutcome = 'commented' | 'filed' | 'refused' | 'ignored'

const mailText = z.string().trim().min(1).max(10_000)
const attachments = z.array(fileSchema).max(10).optional()

/** What the page asks of the services around the desk. */
export const deskCalls = {
  'mail.read': z.object({ id: z.string().max(100) }),
  /** as the mail's recipient */
  'mail.reply': z.object({ id: z.string().max(100), text: mailText, files: attachments }),
  /** to the desk's address; `key` of one of the people in the greeting */
  'mail.write': z.object({
    key: z.string().max(100),
    subject: z.string().trim().min(1).max(300),
    text: mailText,
    files: attachments,
  }),
  /** `key` of one of the people in the greeting */
  'console.signInLink': z.object({ key: z.string().max(100) }),
  'simulate.start': z.object({ kind: z.enum(troubles) }),
  'simulate.stop': z.object({ kind: z.enum(troubles) }),
} as const

export type DeskResults = {
  /** `page`: where its HTML is, a path on the playground's own origin; null when it has none */
  'mail.read': { mail: Omit<MailMessage, 'date'> & { date: string }; page: string | null }
  'mail.reply': { outcome: MailOutcome }
  'mail.write': { outcome: MailOutcome }
  'console.signInLink': { url: string }
}

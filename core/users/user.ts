import { z } from 'zod'
import { leasesSchema } from '../database/leases.ts'
import { accountEntrySchema } from '../outbox/entry.ts'
import { lineSchema } from '../text/line.ts'
import { dutyScheduleSchema } from './duty/duty-schedule.ts'
import { preferencesSchema } from './preferences/preferences.ts'
import { secondFactorSchema } from './second-factor/second-factor.ts'

export const roles = ['user', 'moderator', 'admin'] as const
/** Letters of other alphabets (RFC 6531), without spaces, look-alikes of ASCII signs and direction marks. */
const foreign = '\\u00a1-\\u167f\\u1681-\\u1fff\\u2c00-\\u2dff\\u3041-\\ud7ff\\uf900-\\ufaff'
const word = `[A-Za-z0-9_'+${foreign}-]+`
const letter = `[A-Za-z0-9${foreign}]`
/** Addresses that mail servers accept: at most 64 characters before the @ (RFC 5321), labels of at most 63 without a hyphen at either end (RFC 1035). */
const addressPattern = new RegExp(
  `^(?=[^@]{1,64}@)${word}(?:\\.${word})*@(?:${letter}(?:[A-Za-z0-9${foreign}-]{0,61}${letter})?\\.)+[A-Za-z${foreign}]{2,63}$`,
)
/**
 * Whether a domain is in the letters that it was registered with. Browsers also take others for them, and drop some that
 * can't be seen (Unicode UTS #46); mail servers don't, so such an address would pass for one that it does not reach.
 */
function hasOwnLetters(email: string): boolean {
  const domain = email.replace(/^.*@/s, '').toLowerCase()
  return (
    !/\p{Default_Ignorable_Code_Point}/u.test(domain) && domain.normalize('NFKC') === domain.normalize('NFC')
  )
}

export const emailSchema = z
  .string()
  .regex(addressPattern, 'Enter an e-mail address.')
  .max(254)
  .refine(hasOwnLetters, 'Enter an e-mail address.')
  .meta({ format: 'idn-email' })
export const nameSchema = lineSchema(1, 80, 'Enter a name.')
/** bcrypt reads only 72 bytes. Longer passwords are refused, since they would be truncated silently. */
export const passwordSchema = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .refine((text) => new TextEncoder().encode(text).length <= 72, 'Use at most 72 bytes.')
export const skillSchema = lineSchema(1, 40)

/** ISO 639-1, e.g. "de". */
export const languageSchema = z.string().regex(/^[a-z]{2}$/, 'Give a language as two letters, e.g. de.')
export const languageListSchema = z.array(languageSchema).max(20, 'Choose at most 20 languages.')

export const slackHandleSchema = z.object({ team: z.string(), user: z.string() })

/** One person with all their handles. The address is null until Slack has confirmed one. */
export const userSchema = z.object({
  _id: z.string(),
  email: emailSchema.nullable(),
  emailKey: z.string().optional().describe('lower-cased address, unique; absent without an address'),
  emailVerified: z.boolean(),
  pending: z
    .array(z.object({ id: z.string(), name: z.string(), at: z.date() }))
    .describe('unconfirmed sign-ups for this address'),
  name: z.string().describe('one line; older ones may hold anything'),
  searchKeys: z.array(z.string()).optional().describe('words for search: see search-keys.ts'),
  role: z.enum(roles),
  active: z.boolean(),
  rankChangedAt: z.date().optional().describe('when role or active last changed, read by the live feed'),
  passwordHash: z.string().nullable(),
  secondFactor: secondFactorSchema.optional(),
  skills: z.array(z.string()),
  languages: z.array(z.string()).optional().describe('ISO 639-1; absent or empty: not stated'),
  capacity: z.number().int().min(0).max(500).describe('maximum number of open tickets'),
  onDuty: z.boolean(),
  dutySince: z.date().optional().describe('when they last came on duty'),
  dutyEndsAt: z
    .date()
    .optional()
    .describe('until when onDuty holds; absent: by the schedule, or else until they say so'),
  dutySchedule: dutyScheduleSchema.optional().describe('absent: on and off duty by hand only'),
  dutyChangesAt: z.date().optional().describe('when a shift or an absence next begins or ends'),
  openId: z.array(z.string()).optional().describe('identities at OpenID providers: "<issuer> <subject>"'),
  slack: slackHandleSchema.optional(),
  slackName: z.string().optional().describe('the name in their Slack profile when the desk last looked'),
  slackCheckedAt: z.date().optional().describe('when the desk last decided to look at their Slack profile'),
  discord: z.string().optional().describe('Discord user id'),
  notifications: preferencesSchema.optional().describe('notification preferences; absent: the defaults'),
  unlinked: z.array(z.string()).optional().describe('unlinked handles: see handles.ts'),
  merged: z
    .object({
      into: z.string(),
      at: z.date(),
      slack: slackHandleSchema.optional(),
      discord: z.string().optional(),
    })
    .optional()
    .describe('set when the account was merged into another one, with its former handles'),
  lastAssignedAt: z.date().nullable(),
  outbox: z.array(accountEntrySchema),
  nextAttemptAt: z.date().optional(),
  leases: leasesSchema.optional(),
  attempts: z.number().int(),
  version: z.number().int(),
  createdAt: z.date(),
})

/** @property seesAll set on moderators as they are read, where the desk lets them see all tickets. It is never stored. */
export type User = z.infer<typeof userSchema> & { seesAll?: boolean }
export type Role = (typeof roles)[number]

/** The person who acts, as far as decisions need to know. */
export type Actor = Pick<User, '_id' | 'name' | 'role' | 'seesAll'>

/** One key for all spellings of an address: upper or lower case, composed or decomposed accents, domain in punycode or not. */
export const emailKeyOf = (email: string): string =>
  email
    .trim()
    .replace(/(?<=@)[^@]*[^\p{ASCII}][^@]*$/u, (domain) => URL.parse(`http://${domain}`)?.hostname ?? domain)
    .normalize('NFC')
    .toLowerCase()
export const personOf = (user: Actor) => ({ id: user._id, name: user.name })

import { z } from 'zod'
import { leasesSchema } from '../database/leases.ts'
import { preferencesSchema } from '../notifications/preferences.ts'
import { accountEntrySchema } from '../outbox/entry.ts'
import { textSchema } from '../text.ts'

export const roles = ['user', 'moderator', 'admin'] as const
/** Letters of other alphabets, without spaces, signs that look like ASCII ones, and what runs the other way (RFC 6531). */
const foreign = '\\u00a1-\\u167f\\u1681-\\u1fff\\u2c00-\\u2dff\\u3041-\\ud7ff\\uf900-\\ufaff'
const word = `[A-Za-z0-9_'+${foreign}-]+`
const letter = `[A-Za-z0-9${foreign}]`
/** As mail servers take them: RFC 5321 (64 characters before the @) and RFC 1035 (labels of up to 63, no hyphen at their ends). */
const addressPattern = new RegExp(
  `^(?=[^@]{1,64}@)${word}(?:\\.${word})*@(?:${letter}(?:[A-Za-z0-9${foreign}-]{0,61}${letter})?\\.)+[A-Za-z${foreign}]{2,63}$`,
)
export const emailSchema = z
  .string()
  .regex(addressPattern, 'Give an e-mail address.')
  .max(254)
  .meta({ format: 'idn-email' })
export const nameSchema = textSchema(1, 80, 'Give a name.')
/** bcrypt reads 72 bytes at most; longer passwords would be cut silently, so they are refused. */
export const passwordSchema = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .refine((text) => new TextEncoder().encode(text).length <= 72, 'Use at most 72 bytes.')
export const skillSchema = textSchema(1, 40)

const slackHandleSchema = z.object({ team: z.string(), user: z.string() })

/** One person with all their handles. The address is null only until Slack has told it. */
export const userSchema = z.object({
  _id: z.string(),
  email: emailSchema.nullable(),
  emailKey: z.string().optional().describe('lower-cased address, unique; absent while there is none'),
  emailVerified: z.boolean(),
  pending: z
    .array(z.object({ id: z.string(), name: nameSchema, passwordHash: z.string(), at: z.date() }))
    .describe('sign-ups for this address that nobody has confirmed yet'),
  name: nameSchema,
  searchKeys: z.array(z.string()).optional().describe('see search-keys.ts'),
  role: z.enum(roles),
  active: z.boolean(),
  rankChangedAt: z
    .date()
    .optional()
    .describe('when role or active changed last: the live feed finds it by this'),
  passwordHash: z.string().nullable(),
  skills: z.array(skillSchema).max(50),
  capacity: z.number().int().min(0).max(500).describe('open tickets at once'),
  onDuty: z.boolean(),
  slack: slackHandleSchema.optional(),
  discord: z.string().optional().describe('Discord user id'),
  notifications: preferencesSchema
    .optional()
    .describe('how they want to be told things; absent: as by default'),
  unlinked: z.array(z.string()).optional().describe('handles that were taken away: see handles.ts'),
  merged: z
    .object({
      into: z.string(),
      at: z.date(),
      slack: slackHandleSchema.optional(),
      discord: z.string().optional(),
    })
    .optional()
    .describe('a tombstone: it became part of another account, with the handles that it had'),
  lastAssignedAt: z.date().nullable(),
  outbox: z.array(accountEntrySchema),
  nextAttemptAt: z.date().optional(),
  leases: leasesSchema.optional(),
  attempts: z.number().int(),
  version: z.number().int(),
  createdAt: z.date(),
})

export type User = z.infer<typeof userSchema>
export type Role = (typeof roles)[number]

/** Who acts: what decisions need to know of a user. */
export type Actor = Pick<User, '_id' | 'name' | 'role'>

/** The same for every way of writing one address: in any case, with accents composed or not, its domain in punycode or not. */
export const emailKeyOf = (email: string): string =>
  email
    .trim()
    .replace(/(?<=@)[^@]*[^\p{ASCII}][^@]*$/u, (domain) => URL.parse(`http://${domain}`)?.hostname ?? domain)
    .normalize('NFC')
    .toLowerCase()
export const personOf = (user: Actor) => ({ id: user._id, name: user.name })

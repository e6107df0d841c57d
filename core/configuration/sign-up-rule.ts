import { z } from 'zod'

/** Who may sign up: anyone, nobody, or people with an address at one of these domains. */
export type SignUpRule = 'open' | 'closed' | { domains: string[] }

/** A domain, in ASCII or in its own letters (RFC 5890). */
const domain =
  /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u

const domainsOf = (list: string) => list.split(',').map((one) => one.trim().replace(/^@/, ''))

/** `open`, `closed`, or domains with commas between them. */
export const signUpSetting = z
  .string()
  .trim()
  .refine(
    (text) => text === 'open' || text === 'closed' || domainsOf(text).every((one) => domain.test(one)),
    'must be open, closed, or the domains whose addresses may sign up, e.g. example.com,example.org',
  )

/** Domains with commas between them. */
export const domainList = z
  .string()
  .trim()
  .refine(
    (text) => domainsOf(text).every((one) => domain.test(one)),
    'must be domains with commas between them, e.g. example.com,example.org',
  )
  .transform(domainsOf)

export const signUpRuleOf = (text: string): SignUpRule =>
  text === 'open' || text === 'closed' ? text : { domains: domainsOf(text) }

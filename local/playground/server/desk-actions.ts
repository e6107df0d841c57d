import type { z } from 'zod'
import type { deskCalls } from '../desk-calls.ts'
import type { ShownMails } from './shown-mails.ts'
import type { Surroundings } from './surroundings.ts'

type Calls = typeof deskCalls
type Actions = { [Name in keyof Calls]: (as: string, args: z.output<Calls[Name]>) => unknown }

/** Carries out what the page asks of the desk's surroundings. */
export function deskActions({ mailbox, signInLink, troubles }: Surroundings, mails: ShownMails): Actions {
  return {
    'mail.read': async (_, { id }) => {
      const mail = await mailbox?.read(id)
      if (!mail) throw new Error('This mail is not in the mailbox any more.')
      return { mail, page: mail.html ? mails.show(mail.html) : null }
    },
    'console.signInLink': async (_, { key }) => ({ url: await signInLink(key) }),
    'simulate.start': (_, { kind }) => troubles.start(kind),
    'simulate.stop': (_, { kind }) => troubles.stop(kind),
  }
}

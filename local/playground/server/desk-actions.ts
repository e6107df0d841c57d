import type { z } from 'zod'
import type { deskCalls } from '../desk-calls.ts'
import { mailActions } from './mail-actions.ts'
import type { ShownMails } from './shown-mails.ts'
import type { Surroundings } from './surroundings.ts'

type Calls = typeof deskCalls
type Actions = { [Name in keyof Calls]: (as: string, args: z.output<Calls[Name]>) => unknown }

/** Carries out what the page asks of the desk's surroundings. */
export function deskActions(surroundings: Surroundings, mails: ShownMails): Actions {
  const { signInLink, troubles } = surroundings
  return {
    ...mailActions(surroundings, mails),
    'console.signInLink': async (_, { key }) => ({ url: await signInLink(key) }),
    'simulate.start': (_, { kind }) => troubles.start(kind),
    'simulate.stop': (_, { kind }) => troubles.stop(kind),
  }
}

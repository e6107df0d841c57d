import type { z } from 'zod'
import type { deskCalls } from '../desk-calls.ts'
import { mailActions } from './mail-actions.ts'
import type { ShownMails } from './shown-mails.ts'
import type { ShownServices } from './shown-services.ts'

type Calls = typeof deskCalls
type Actions = { [Name in keyof Calls]: (as: string, args: z.output<Calls[Name]>) => unknown }

/** Carries out what the page asks of the services around the desk. */
export function deskActions(services: ShownServices, mails: ShownMails): Actions {
  const { signInLink, troubles } = services
  return {
    ...mailActions(services, mails),
    'console.signInLink': async (_, { key }) => ({ url: await signInLink(key) }),
    'simulate.start': (_, { kind }) => troubles.start(kind),
    'simulate.stop': (_, { kind }) => troubles.stop(kind),
  }
}

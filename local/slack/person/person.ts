import type { SlackContext } from '../methods/method.ts'
import type { createDelivery } from '../transport/deliver.ts'
import type { createResponseUrls } from '../transport/response-urls.ts'
import type { createWatch } from '../watch.ts'
import type { Interact } from './outcome.ts'
import { personCommands } from './person-commands.ts'
import { personControls } from './person-controls.ts'
import { personHome } from './person-home.ts'
import { personMessages } from './person-messages.ts'
import { personModals } from './person-modals.ts'
import { createSight } from './sight.ts'

type Options = Pick<ReturnType<typeof createWatch>, 'changed' | 'waitFor'> & {
  context: SlackContext
  delivery: ReturnType<typeof createDelivery>
  responseUrls: ReturnType<typeof createResponseUrls>
  /** the slash commands that Slack knows; undefined: any */
  commands: string[] | undefined
}

export type Actor = ReturnType<ReturnType<typeof createPeople>>

/** What people do in Slack: `as(id)` gives one of them hands and eyes. */
export function createPeople({ context, delivery, responseUrls, commands, changed, waitFor }: Options) {
  const { workspace } = context
  const deliver = delivery.interaction
  const taken = new Set<string>()

  const interact: Interact = async (delivered) => {
    const ack = await deliver(delivered)
    return { ...ack, userSees: ack.acked ? undefined : 'This app did not respond. Try again?' }
  }

  return function as(userId: string) {
    const person = workspace.people.get(userId)
    if (!person || person.isBot) throw new Error(`Nobody has the id ${userId}: addPerson first.`)
    const sight = createSight(context, person)
    const { own, channelCalled, messageAt, ephemeralMessages, sees, dismiss } = sight
    return {
      id: userId,
      dm: own.id,
      ...personCommands({ context, person, sight, deliver, interact, responseUrls, commands }),
      ...personModals({ context, person, deliver, waitFor, taken }),
      ...personControls({ context, person, sight, responseUrls, interact }),
      ...personMessages({ context, person, changed, channelCalled, messageAt }),
      ...personHome({ context, person, interact }),
      ephemeralMessages,
      dismiss,
      sees,
    }
  }
}

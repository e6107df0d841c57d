import { type FieldError, isRefusal } from '../../core/errors.ts'
import type { Sentence } from '../../core/text/sentence.ts'
import { refusalMessage } from '../../core/tickets/refusal-message.ts'
import type { User } from '../../core/users/user.ts'
import type { SlackDependencies } from './dependencies.ts'
import { handleOf, resolveActor } from './resolve-actor.ts'

/** Who pressed or submitted something. */
type Sender = Parameters<typeof handleOf>[0] & { user: { id: string; username?: string; name?: string } }

/** What came of it. @property value what the work returned @property errors which fields are wrong, of a refusal of input */
export type Outcome<T> = { actor: User; value: T } | { refusal: Sentence; errors?: FieldError[] }

/**
 * Does something about a ticket for the person who pressed a button or submitted a form.
 * @returns what the work returned, or in words why it was refused
 * @throws any error that is not a refusal
 */
export async function performAs<T>(
  { desk, admit }: Pick<SlackDependencies, 'desk' | 'admit'>,
  sender: Sender,
  ticket: string,
  work: (actor: User) => Promise<T>,
): Promise<Outcome<T>> {
  let actor: User | undefined
  try {
    actor = await resolveActor(
      { desk, admit },
      handleOf(sender),
      sender.user.username ?? sender.user.name ?? sender.user.id,
    )
    return { actor, value: await work(actor) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const refusal = refusalMessage(error, actor, await desk.tickets.find(ticket))
    return { refusal, errors: error.errors }
  }
}

import { deleteInBulk, deleteMessage } from './messages/delete-message.ts'
import { addPerson, type NewPerson } from './people.ts'
import { createPerson, type Person } from './person/person.ts'
import { changeByHand, deleteThread } from './threads/threads-by-hand.ts'
import type { Policy, Thread, World } from './world.ts'

/** What moderators, other bots and Discord itself do to the guild. */
export const createAdministration = (world: World) => ({
  addPerson(person: NewPerson): Person {
    addPerson(world, person)
    return createPerson(world, person.id)
  },

  setAcceptsDms(personId: string, accepts: boolean) {
    const person = world.people.get(personId)
    if (!person) throw new Error(`Nobody has the id ${personId}`)
    person.acceptsDms = accepts
  },

  /** Sets what the server refuses from now on. */
  setPolicy: (change: Partial<Policy>) => void Object.assign(world.policy, change),

  /** What a moderator does to a thread by hand: renames, archives, locks it. */
  changeThread: (threadId: string, change: { name?: string; archived?: boolean; locked?: boolean }) =>
    changeByHand(world, threadOf(world, threadId), change),

  /** Deletes a thread with all its messages, by hand. */
  deleteThread: (threadId: string) => deleteThread(world, threadOf(world, threadId)),

  /** Deletes any message, as a moderator may. */
  deleteMessage(messageId: string) {
    const message = world.messages.get(messageId)
    if (!message) throw new Error(`There is no message ${messageId}`)
    deleteMessage(world, message)
  },

  /** Deletes several messages at once, as a moderation bot does. */
  eraseInBulk: (channelId: string, messageIds: string[]) => deleteInBulk(world, channelId, messageIds),
})

function threadOf(world: World, id: string): Thread {
  const thread = world.channels.get(id)
  if (thread?.kind !== 'thread') throw new Error(`There is no thread ${id}`)
  return thread
}

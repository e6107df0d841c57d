import type { createWorkspace } from './create-workspace.ts'
import type { SlackContext } from './methods/method.ts'
import type { Message, NewChannel, Person, UserGroup } from './workspace.ts'

type Options = {
  workspace: ReturnType<typeof createWorkspace>
  appEvents: Pick<SlackContext['appEvents'], 'posted'>
  changed: () => void
}

type NewPerson = Pick<Person, 'id' | 'name' | 'realName' | 'email' | 'isGuest' | 'team'> & {
  emailConfirmed?: boolean
}

/** What admins and other apps do to the workspace. */
export const createAdministration = ({ workspace, appEvents, changed }: Options) => ({
  /** Deletes any message, as an admin of the workspace may. */
  deleteMessage(channelId: string, ts: string) {
    const channel = workspace.channels.get(channelId)
    const message = workspace.find(channelId, ts)
    if (!channel || !message) throw new Error(`There is no message ${ts} in ${channelId}.`)
    workspace.remove(channel, message)
    changed()
  },

  addPerson(person: NewPerson): Person {
    const added = { emailConfirmed: true, ...person, isBot: false }
    workspace.people.set(person.id, added)
    workspace.dm(person.id)
    return added
  },

  addUserGroup(group: UserGroup) {
    workspace.userGroups.push(group)
  },

  /** Posts a message as some other app or client sends it. The app hears of it by event. */
  post({ channel: id, ...content }: Partial<Message> & { channel: string; text: string }): Message {
    const channel = workspace.channels.get(id)
    if (!channel) throw new Error(`There is no channel ${id}.`)
    const message = workspace.post(channel, { user: 'UOTHERAPP', ...content })
    appEvents.posted(channel, message)
    return message
  },

  addChannel({ members, withBot = true, ...channel }: NewChannel) {
    const all = withBot ? [...members, workspace.app.botUserId] : members
    workspace.addChannel({ ...channel, isIm: false, members: all })
  },
})

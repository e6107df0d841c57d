import type { Origin } from '../../core/audit/audit-entry.ts'
import type { Desk } from '../../core/desk.ts'
import { createAccount } from '../../core/users/create-account.ts'
import { createHandleCode, linkSlack } from '../../core/users/handles/link-handle.ts'
import { slackUser } from '../../core/users/handles/slack-user.ts'
import { updateUser } from '../../core/users/update-user.ts'
import type { User } from '../../core/users/user.ts'
import { admin, capacity, employees, moderators, moderatorsInSlack, workspace } from './people.ts'
import type { Platforms } from './start-platforms.ts'

const origin: Origin = { surface: 'terminal', address: null, agent: null }

/** The accounts of the playground's people by their keys. */
export type Accounts = Record<string, string>

/**
 * Gives the playground's people their accounts, roles, skills and links at the first start, so that a first ticket is
 * triaged, assigned and told at once.
 */
export async function setUpPeople(desk: Desk, platforms: Platforms): Promise<Accounts> {
  const { slack, discord, alone, records } = platforms
  const kept = records.of<Accounts>('accounts')
  const [known] = kept.all()
  if (known) return known
  const boss = await account(desk, { ...admin, role: 'admin' })
  const accounts: Accounts = { [admin.key]: boss._id }
  if (slack)
    for (const { slack: user, handle, name } of employees)
      accounts[handle] = (await slackUser(desk, { team: workspace.id, user }, name))._id
  if (alone === 'discord')
    for (const { discord: id, handle, name, email } of employees) {
      const user = await account(desk, { name, email, role: 'user' })
      accounts[handle] = user._id
      await updateUser(desk, boss, { id: user._id, discord: id }, origin)
    }
  if (discord || alone)
    await Promise.all(
      moderators.map(async ({ handle, name, email, skills, discord: id }) => {
        const user = await account(desk, { name, email, role: 'moderator' })
        accounts[handle] = user._id
        const settings = { id: user._id, skills, capacity, onDuty: true, ...(discord && { discord: id }) }
        await updateUser(desk, boss, settings, origin)
      }),
    )
  if (slack)
    for (const { handle, slack: member } of moderatorsInSlack(platforms)) {
      const user = await desk.users.find(accounts[handle] ?? '')
      if (user) await joinSlack(desk, user, member)
    }
  kept.save('all', accounts)
  return accounts
}

const joinSlack = async (desk: Desk, user: User, member: string) =>
  linkSlack(desk, { team: workspace.id, user: member }, await createHandleCode(desk, user, 'slack'))

/** A hash that no password has. */
const noHash = '!'

/** The account has a password that nobody knows, so that no invitation is mailed: the playground has a link to sign in. */
async function account(desk: Desk, about: Pick<User, 'role' | 'name'> & { email: string }): Promise<User> {
  const { name, email, role } = about
  const known = await desk.users.findByEmail(email)
  const passwords = { ...desk.passwords, isGood: async () => true, hash: async () => noHash }
  return known ?? createAccount({ ...desk, passwords }, { name, email, role, password: 'nobody knows it' })
}

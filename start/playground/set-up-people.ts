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
  const kept = platforms.records.of<Accounts>('accounts')
  const [known] = kept.all()
  if (known) return known
  const boss = await account(desk, { ...admin, role: 'admin' })
  if (platforms.discord) await updateUser(desk, boss, { id: boss._id, discord: admin.discord }, origin)
  const accounts = {
    [admin.key]: boss._id,
    ...(await setUpEmployees(desk, boss, platforms)),
    ...(await setUpModerators(desk, boss, platforms)),
  }
  kept.save('all', accounts)
  return accounts
}

async function setUpEmployees(desk: Desk, boss: User, { slack, alone }: Platforms): Promise<Accounts> {
  const accounts: Accounts = {}
  for (const { slack: user, discord, handle, name, email } of employees)
    if (slack) accounts[handle] = (await slackUser(desk, { team: workspace.id, user }, name))._id
    else if (alone) {
      const { _id: id } = await account(desk, { name, email, role: 'user' })
      accounts[handle] = id
      await updateUser(desk, boss, { id, discord }, origin)
    }
  return accounts
}

async function setUpModerators(desk: Desk, boss: User, platforms: Platforms): Promise<Accounts> {
  const { slack, discord, alone } = platforms
  if (!discord && !alone) return {}
  const accounts = await Promise.all(
    moderators.map(async (moderator) => {
      const { handle, name, email, skills } = moderator
      const user = await account(desk, { name, email, role: 'moderator' })
      const { _id: id } = user
      const settings = { skills, capacity, onDuty: true, ...(discord && { discord: moderator.discord }) }
      await updateUser(desk, boss, { id, ...settings }, origin)
      const isInSlack = slack && moderatorsInSlack(platforms).includes(moderator)
      if (isInSlack) await joinSlack(desk, user, moderator.slack)
      return [handle, id]
    }),
  )
  return Object.fromEntries(accounts)
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

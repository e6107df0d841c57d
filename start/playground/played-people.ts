import type { PlaygroundPerson } from '../../local/playground/protocol.ts'
import { admin, employees, member, moderators, moderatorsInSlack } from './people.ts'
import type { Accounts } from './set-up-people.ts'
import type { Platforms } from './start-platforms.ts'

/** Who can be played, and where. */
export function playedPeople(platforms: Platforms, accounts: Accounts): PlaygroundPerson[] {
  const { slack, discord, alone } = platforms
  const people = [
    ...(slack || alone ? employees.map((one) => asEmployee(platforms, one)) : []),
    ...(discord || alone ? moderators.map((one) => asModerator(platforms, one)) : []),
    ...(discord ? [stranger] : []),
    asAdministrator(platforms),
  ]
  return people.map((person) => ({ ...person, hasAccount: accounts[person.key] !== undefined }))
}

type Person = Omit<PlaygroundPerson, 'hasAccount'>

function asEmployee({ slack }: Platforms, employee: (typeof employees)[number]): Person {
  const { handle, name, email, about } = employee
  const account = slack ? { slack: employee.slack } : { discord: employee.discord }
  return { key: handle, name, email, about, role: 'requester', ...account }
}

function asModerator(platforms: Platforms, moderator: (typeof moderators)[number]): Person {
  const { slack, discord } = platforms
  const { handle, name, email, skills } = moderator
  const isInSlack = slack && moderatorsInSlack(platforms).includes(moderator)
  return {
    ...{ key: handle, name, email, about: skills.join(', ') },
    role: 'moderator',
    ...(discord && { discord: moderator.discord }),
    ...(isInSlack && { slack: moderator.slack }),
  }
}

const stranger: Person = {
  ...{ key: member.handle, name: member.name, email: '', discord: member.discord },
  role: 'none',
  about: 'A member of the server whom the desk does not know',
}

function asAdministrator({ discord }: Platforms): Person {
  const { key, name, email } = admin
  const about = 'Roles, skills, lists and health'
  return { key, name, email, about, role: 'admin', ...(discord && { discord: admin.discord }) }
}

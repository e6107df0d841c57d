import type {
  AuthTestResponse,
  UsergroupsListResponse,
  UsersInfoResponse,
  UsersLookupByEmailResponse,
} from '@slack/web-api'
import { failure } from '../failure.ts'
import type { Person } from '../workspace.ts'
import { type Arguments, requiredText } from './arguments.ts'
import type { Method, SlackContext } from './method.ts'

export function peopleMethods({ workspace, origin }: SlackContext, hasScope: (scope: string) => boolean) {
  const { team, app } = workspace

  /** As users.info gives a person: the address only in `profile`, and only with its own scope. */
  const asUser = (person: Person): NonNullable<UsersInfoResponse['user']> => ({
    id: person.id,
    team_id: person.team ?? team.id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: 'Europe/Amsterdam',
    is_admin: false,
    is_bot: person.isBot,
    is_restricted: person.isGuest === true,
    is_ultra_restricted: false,
    is_app_user: false,
    is_email_confirmed: person.emailConfirmed,
    profile: {
      real_name: person.realName,
      display_name: person.name,
      team: team.id,
      image_72: `${origin()}/avatars/${person.id}.png`,
      ...(hasScope('users:read.email') && person.email && { email: person.email }),
    },
  })

  function info(args: Arguments) {
    const person = workspace.people.get(requiredText(args, 'user', 'user_not_found'))
    if (!person) throw failure('user_not_found')
    return { user: asUser(person) } satisfies Omit<UsersInfoResponse, 'ok'>
  }

  function lookupByEmail(args: Arguments) {
    const email = requiredText(args, 'email', 'users_not_found').toLowerCase()
    const person = [...workspace.people.values()].find((one) => one.email.toLowerCase() === email)
    if (!person) throw failure('users_not_found')
    return { user: asUser(person) } satisfies Omit<UsersLookupByEmailResponse, 'ok'>
  }

  const listGroups = () =>
    ({
      usergroups: workspace.userGroups.map((group) => ({ ...group, team_id: team.id, is_usergroup: true })),
    }) satisfies Omit<UsergroupsListResponse, 'ok'>

  const test = () =>
    ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: 'deskbridge',
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }) satisfies Omit<AuthTestResponse, 'ok'>

  return {
    'auth.test': { scopes: [], run: test },
    'users.info': { scopes: ['users:read'], run: info },
    'usergroups.list': { scopes: ['usergroups:read'], run: listGroups },
    'users.lookupByEmail': { scopes: ['users:read.email'], run: lookupByEmail },
  } satisfies Record<string, Method>
}

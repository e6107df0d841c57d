import type { Desk } from '../../../core/desk.ts'

const handle = /<@([UW][A-Z0-9]+)(?:\|[^<>\n]*)?>/g
const maxNamed = 20

/**
 * Puts the desk's names for the people whom a message names, `<@U…>`, into it: the first twenty that have an account.
 * @param mrkdwn as Slack gives it @returns also their user ids
 */
export async function namePeople(desk: Pick<Desk, 'users'>, team: string, mrkdwn: string) {
  const handles = [...new Set([...mrkdwn.matchAll(handle)].map(([, user = '']) => user))].slice(0, maxNamed)
  const found = await Promise.all(handles.map((user) => desk.users.findBySlack(team, user)))
  const people = new Map(found.flatMap((user) => (user?.slack ? [[user.slack.user, user] as const] : [])))
  return {
    mrkdwn: mrkdwn.replace(handle, (as, user: string) => {
      const name = people.get(user)?.name.replace(/[<>|\n]/g, '')
      return name ? `<@${user}|${name}>` : as
    }),
    mentions: [...people.values()].map(({ _id }) => _id),
  }
}

import type { Desk } from '../../../core/desk.ts'

const handle = /<@([UW][A-Z0-9]+)(?:\|[^<>\n]*)?>/g
const maxLookups = 20

/**
 * Adds people's names on the desk to mentions, `<@U…>`. Looks up at most 20 people.
 * @param mrkdwn as Slack sends it
 * @returns also the user ids of the people found
 */
export async function resolveMentions(desk: Pick<Desk, 'users'>, team: string, mrkdwn: string) {
  const handles = [...new Set([...mrkdwn.matchAll(handle)].map(([, user = '']) => user))].slice(0, maxLookups)
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

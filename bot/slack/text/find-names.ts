import type { WebClient } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import type { Root } from 'mdast'
import pTimeout from 'p-timeout'
import type { Desk } from '../../../core/desk.ts'
import type { Log } from '../../../core/log.ts'
import { briefError } from '../connection/brief-error.ts'
import type { NameOf, Reference } from './names.ts'
import { readContent, type SlackContent } from './read-content.ts'

const maxLookups = 20
/** A form must open within 3 s of the click. What has no name by then is shown by a general word. */
const deadlineMs = 1_200
const keptMs = 10 * 60_000

/** @property mentions user ids of the people with an account whom the message mentions */
export type NamedContent = { tree: Root; mentions: string[] }
export type ReadNamed = (client: WebClient, team: string, content: SlackContent) => Promise<NamedContent>

type Found = { name: string; user?: string }

/** Makes a reader of Slack messages that knows the names of people, channels and groups in them. */
export function createNamedReader({ desk, log }: { desk: Pick<Desk, 'users'>; log: Log }): ReadNamed {
  const kept = new LRUCache<string, string>({ max: 2_000, ttl: keptMs })

  async function nameOnSlack(client: WebClient, team: string, kind: Reference, id: string) {
    const key = `${team}:${kind}:${id}`
    const known = kept.get(key)
    if (known) return known
    const name = await ask[kind](client, id).catch((error: unknown) => {
      log.warn({ err: briefError(error) }, `Slack did not tell the name of a ${kind}`)
      return undefined
    })
    if (name) kept.set(key, name)
    return name
  }

  async function find(client: WebClient, team: string, kind: Reference, id: string): Promise<Found | null> {
    const account = kind === 'user' ? await desk.users.findBySlack(team, id) : null
    if (account) return { name: account.name, user: account._id }
    const name = await nameOnSlack(client, team, kind, id)
    return name ? { name } : null
  }

  return async (client, team, content) => {
    const found = new Map<string, Found>()
    const lookUp = async (reference: string) => {
      const [kind = 'user', id = ''] = reference.split(':') as [Reference, string]
      const one = await find(client, team, kind, id)
      if (one) found.set(reference, one)
    }
    await pTimeout(Promise.all(referencesIn(content).slice(0, maxLookups).map(lookUp)), {
      milliseconds: deadlineMs,
      fallback: () => log.warn('Slack did not tell all names in time'),
    })
    return {
      tree: readContent(content, (kind, id) => found.get(`${kind}:${id}`)?.name),
      mentions: [...found.values()].flatMap(({ user }) => user ?? []),
    }
  }
}

function referencesIn(content: SlackContent): string[] {
  const references = new Set<string>()
  const note: NameOf = (kind, id) => {
    references.add(`${kind}:${id}`)
    return undefined
  }
  readContent(content, note)
  return [...references]
}

const ask: Record<Reference, (client: WebClient, id: string) => Promise<string | undefined>> = {
  user: async (client, id) => {
    const { user } = await client.users.info({ user: id })
    return user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name
  },
  channel: async (client, id) => (await client.conversations.info({ channel: id })).channel?.name,
  group: async (client, id) => {
    const { usergroups = [] } = await client.usergroups.list({ include_disabled: true })
    return usergroups.find((group) => group.id === id)?.handle
  },
}

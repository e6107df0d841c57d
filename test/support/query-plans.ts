import { randomBytes } from 'node:crypto'
import type { mongo } from 'mongoose'
import { connectDatabase, type Database } from '../../core/open-database.ts'

export type Command = Record<string, unknown> & { sort?: unknown; limit?: number }
export type Plan = { command: Command; stages: string[] }

const wholeCollection = 'Scan of all ids'
export const noIndex = ['COLLSCAN', 'Seq Scan', 'Parallel Seq Scan', wholeCollection]
export const sorts = ['SORT', 'Sort', 'Incremental Sort']

/** A database of its own that tells of the commands which it is sent. */
export const listenedTo = (uri: string): Promise<Database> =>
  connectDatabase(`${uri}test_${randomBytes(6).toString('hex')}?monitorCommands=true`)

/** What a command reads, as queries that can be explained: a write reads what it looks for. */
function readsOf(name: string, command: Command): Command[] {
  if (['find', 'aggregate', 'count', 'distinct'].includes(name)) return [command]
  const find = (filter: unknown) => ({ find: command[name], filter, $db: command.$db })
  if (name === 'findAndModify') return [find(command.query)]
  const [writes] = name === 'update' ? [command.updates] : name === 'delete' ? [command.deletes] : []
  return ((writes ?? []) as { q: unknown }[]).map(({ q }) => find(q))
}

/** Without what a session adds. */
const asked = ({ lsid: _, $db: __, $clusterTime: ___, ...command }: Command) => command

/** DocumentDB likes to read a whole collection along its ids: an index, but no better than none. */
const isOfAllIds = (node: object) =>
  'Index Name' in node &&
  node['Index Name'] === '_id_' &&
  !('Index Cond' in node && String(node['Index Cond']).includes('object_id'))

/** All stages of a plan, MongoDB's or Postgres's, by their names. */
function stagesOf(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(stagesOf)
  if (typeof plan !== 'object' || plan === null) return []
  const within = Object.entries(plan).flatMap(([key, value]) =>
    (key === 'stage' || key === 'Node Type') && typeof value === 'string' ? [value] : stagesOf(value),
  )
  return isOfAllIds(plan) ? [...within, wholeCollection] : within
}

/** @returns how to learn by which plans the database does a piece of work */
export function createPlanReader({ connection }: Database) {
  const client = connection.getClient()
  const sent: Command[] = []
  client.on('commandStarted', ({ commandName, command }) => {
    sent.push(...readsOf(commandName, command as Command))
  })

  const explain = async (command: Command): Promise<Plan> => {
    const question = { explain: asked(command), verbosity: 'queryPlanner' } as mongo.Document
    return { command, stages: stagesOf(await client.db(connection.name).command(question)) }
  }

  return async (work: () => unknown): Promise<Plan[]> => {
    sent.length = 0
    await work()
    const plans: Plan[] = []
    for (const command of sent.splice(0)) plans.push(await explain(command))
    return plans
  }
}

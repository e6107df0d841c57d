import type { Origin } from '../../audit/audit-entry.ts'
import { recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { forbidden, notFound } from '../../errors.ts'
import { type Actor, personOf } from '../../users/user.ts'
import { modelViewOf, type TriageReport } from './model-view.ts'
import { trainingStateId } from './training-state.ts'

type ModelsDesk = Pick<Desk, 'tickets' | 'triageModels' | 'audit' | 'limits' | 'now' | 'log'>

const dayMs = 24 * 3_600_000

function assertAdmin({ role }: Pick<Actor, 'role'>) {
  if (role !== 'admin') throw forbidden('Only admins manage what triage has learned.')
}

/** Versions, the state of training, and how often people corrected triage. @throws forbidden unless admin */
export async function reportTriage(desk: ModelsDesk, actor: Pick<Actor, 'role'>): Promise<TriageReport> {
  assertAdmin(actor)
  const { triageModels, now } = desk
  const since = (days: number) => desk.tickets.correctionsSince(new Date(now().getTime() - days * dayMs))
  const [models, inUse, state, last30Days, last90Days] = await Promise.all([
    ...([triageModels.list(), triageModels.inUse(), triageModels.state()] as const),
    ...([since(30), since(90)] as const),
  ])
  const { askedAt, startedAt, endedAt, outcome, leases, rulesAlone } = state
  const isRunning = (leases?.training?.until ?? new Date(0)) > now()
  return {
    models: models.map((model) => modelViewOf(model, inUse)),
    rulesAlone: rulesAlone ? { since: rulesAlone.since.toISOString(), by: rulesAlone.by } : null,
    training: {
      state: isRunning ? 'running' : askedAt ? 'waiting' : 'idle',
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      outcome,
    },
    corrections: { last30Days, last90Days },
  }
}

/** A worker trains within seconds. @throws forbidden unless admin; too-many */
export async function askForTraining(desk: ModelsDesk, actor: Actor, origin: Origin): Promise<void> {
  assertAdmin(actor)
  await desk.limits.take(actor, 'changes')
  const isNew = await desk.triageModels.ask(personOf(actor))
  if (!isNew) return
  const about = { kind: 'triage-model' as const, id: trainingStateId, name: 'triage' }
  await recordAuditEvent(desk, { actor, action: 'triage-training-asked', about, origin })
}

/** Uses a version, older or newer, until a training finds one that is no worse. @throws forbidden unless admin; not-found; too-many */
export async function useModel(desk: ModelsDesk, actor: Actor, id: string, origin: Origin) {
  assertAdmin(actor)
  await desk.limits.take(actor, 'changes')
  const model = await desk.triageModels.use(id)
  if (!model) throw notFound('version')
  const about = { kind: 'triage-model' as const, id, name: `model ${model.number}` }
  await recordAuditEvent(desk, { actor, action: 'triage-model-used', about, origin })
  return modelViewOf(model, model)
}

/** Uses no version, whatever later trainings make, until an admin chooses one. @throws forbidden unless admin; too-many */
export async function useRulesAlone(desk: ModelsDesk, actor: Actor, origin: Origin): Promise<void> {
  assertAdmin(actor)
  await desk.limits.take(actor, 'changes')
  await desk.triageModels.useRules(personOf(actor))
  const about = {
    kind: 'triage-model' as const,
    id: trainingStateId,
    name: 'the built-in rules and examples',
  }
  await recordAuditEvent(desk, { actor, action: 'triage-model-used', about, origin })
}

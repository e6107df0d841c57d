import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import {
  askForTraining,
  reportTriage,
  useModel,
  useRulesAlone,
} from '../../core/triage/models/manage-models.ts'
import { modelViewSchema, triageReportSchema } from '../../core/triage/models/model-view.ts'
import { exampleTriageModel, exampleTriageReport } from '../examples/triage.ts'
import { originOf } from '../origin.ts'
import { type AnyRoute, route } from '../route.ts'

const common = { tag: 'Triage', access: 'signed-in', scope: 'admin' } as const

/** What the local engine has learned, for admins. */
export const triageRoutes = (desk: Desk): AnyRoute[] => [
  route({
    ...common,
    method: 'get',
    path: '/api/triage',
    summary: 'What the local engine has learned, and how often people correct triage (admins)',
    successes: {
      200: { description: 'All versions.', schema: triageReportSchema, example: exampleTriageReport },
    },
    refusals: ['forbidden'],
    handle: async ({ caller }) => ({ status: 200, body: await reportTriage(desk, caller.user) }),
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/triage/training',
    summary: 'Train the local engine now (admins)',
    successes: { 202: { description: 'A worker begins within seconds.' } },
    refusals: ['forbidden'],
    handle: async ({ caller, request }) => {
      await askForTraining(desk, caller.user, originOf(request))
      return { status: 202 }
    },
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/triage/models/{id}/use',
    summary: 'Use a version of what the local engine has learned (admins)',
    params: z.object({ id: idSchema.describe('24 hex digits') }),
    successes: {
      200: {
        description: 'In use, until a training finds one that is no worse.',
        schema: z.object({ model: modelViewSchema }),
        example: { model: exampleTriageModel },
      },
    },
    refusals: ['forbidden', 'not-found'],
    handle: async ({ caller, params, request }) => ({
      status: 200,
      body: { model: await useModel(desk, caller.user, params.id, originOf(request)) },
    }),
  }),
  route({
    ...common,
    method: 'post',
    path: '/api/triage/rules/use',
    summary: 'Use the built-in rules and examples, and nothing that was learned (admins)',
    successes: { 204: { description: 'No version is used until an admin chooses one.' } },
    refusals: ['forbidden'],
    handle: async ({ caller, request }) => {
      await useRulesAlone(desk, caller.user, originOf(request))
      return { status: 204 }
    },
  }),
]

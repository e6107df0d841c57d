import { z } from 'zod'
import { type ListName, listNames } from '../../core/catalog/catalog.ts'
import {
  catalogViewOf,
  catalogViewSchema,
  entryViewOf,
  entryViewSchema,
} from '../../core/catalog/catalog-view.ts'
import {
  addEntry,
  changeCategoryForm,
  changeEntry,
  changeEntrySchema,
  changeFormSchema,
  mergeEntry,
  mergeEntrySchema,
  newEntrySchema,
} from '../../core/catalog/edit-catalog.ts'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { exampleCategory, exampleForm, exampleSkill } from '../examples/catalog.ts'
import { originOf } from '../origin.ts'
import { type AnyRoute, route } from '../route.ts'

const tag = 'Skills and categories'
const params = z.object({ id: idSchema.describe('24 hex digits') })

const words = {
  skills: { one: 'skill', example: exampleSkill },
  categories: { one: 'category', example: exampleCategory },
} as const

/** Skills and categories. Everybody may read them; admins may change them. */
export const catalogRoutes = (desk: Desk): AnyRoute[] => [
  route({
    method: 'get',
    path: '/api/catalog',
    summary: 'Skills and categories, including retired ones',
    tag,
    access: 'signed-in',
    scope: 'tickets:read',
    successes: {
      200: {
        description: 'Both lists, in alphabetical order.',
        schema: catalogViewSchema,
        example: { skills: [exampleSkill], categories: [exampleCategory] },
      },
    },
    refusals: [],
    handle: async () => ({ status: 200, body: catalogViewOf(await desk.catalog.read()) }),
  }),
  ...listNames.flatMap((list) => listRoutes(desk, list)),
  route({
    method: 'put',
    path: '/api/catalog/categories/{id}/form',
    summary: 'Change what a category asks. Tickets keep the fields with which they were filed (admins)',
    tag,
    access: 'signed-in',
    scope: 'admin',
    params,
    body: changeFormSchema,
    bodyExample: exampleForm,
    successes: {
      200: {
        description: 'Changed.',
        schema: z.object({ entry: entryViewSchema }),
        example: { entry: exampleCategory },
      },
    },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => {
      const entry = await changeCategoryForm(desk, caller.user, params.id, body, originOf(request))
      return { status: 200, body: { entry: entryViewOf(entry) } }
    },
  }),
]

const listRoutes = (desk: Desk, list: ListName): AnyRoute[] => {
  const path = `/api/catalog/${list}`
  const { one, example } = words[list]
  const answer = (description: string) => ({
    description,
    schema: z.object({ entry: entryViewSchema }),
    example: { entry: example },
  })
  const common = { tag, access: 'signed-in', scope: 'admin' } as const
  return [
    route({
      ...common,
      method: 'post',
      path,
      summary: `Add a ${one} (admins)`,
      body: newEntrySchema,
      bodyExample: { name: example.name, description: example.description },
      successes: { 201: answer('Added.') },
      refusals: ['forbidden', 'conflict'],
      handle: async ({ caller, body, request }) => {
        const entry = await addEntry(desk, caller.user, list, body, originOf(request))
        return { status: 201, body: { entry: entryViewOf(entry) } }
      },
    }),
    route({
      ...common,
      method: 'put',
      path: `${path}/{id}`,
      summary: `Rename, describe, retire or restore a ${one}. Tickets and accounts are updated (admins)`,
      params,
      body: changeEntrySchema,
      bodyExample: { name: example.name, retired: false },
      successes: { 200: answer('Changed.') },
      refusals: ['forbidden', 'not-found', 'conflict'],
      handle: async ({ caller, params, body, request }) => {
        const at = { list, id: params.id }
        const entry = await changeEntry(desk, caller.user, at, body, originOf(request))
        return { status: 200, body: { entry: entryViewOf(entry) } }
      },
    }),
    route({
      ...common,
      method: 'post',
      path: `${path}/{id}/merge`,
      summary: `Merge a ${one} into another. Tickets and accounts are updated (admins)`,
      params,
      body: mergeEntrySchema,
      bodyExample: { into: example.id },
      successes: { 200: answer('The one that stays.') },
      refusals: ['forbidden', 'not-found', 'conflict'],
      handle: async ({ caller, params, body, request }) => {
        const at = { list, id: params.id }
        const entry = await mergeEntry(desk, caller.user, at, body, originOf(request))
        return { status: 200, body: { entry: entryViewOf(entry) } }
      },
    }),
  ]
}

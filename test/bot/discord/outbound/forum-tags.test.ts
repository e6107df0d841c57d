import { describe, expect, test } from 'vitest'
import { deskTags, missingTags, tagsOf, tagsToMake } from '../../../../bot/discord/outbound/forum-tags.ts'

const forum = (names: string[], requiresTag = false) => ({
  tags: names.map((name, index) => ({ id: String(index), name })),
  requiresTag,
})
const ticket = { status: 'in_progress', priority: 'urgent' } as const

describe('tags of a post', () => {
  const all = forum(deskTags)
  const named = (ids: string[], { tags } = all) => ids.map((id) => tags.find((tag) => tag.id === id)?.name)

  test('are its status and priority', () =>
    expect(named(tagsOf(ticket, all))).toEqual(['In progress', 'Urgent']))
  test('are found in any case', () =>
    expect(tagsOf(ticket, forum(['URGENT', 'in PROGRESS']))).toEqual(['1', '0']))
  test('leave out what the forum lacks', () => expect(tagsOf(ticket, forum(['Urgent']))).toEqual(['0']))
  test('leave out a priority that is not known yet', () =>
    expect(named(tagsOf({ status: 'open', priority: null }, all))).toEqual(['Open']))
  test('keep what people gave it, at most five in all', () => {
    const wide = forum([...deskTags, 'a', 'b', 'c', 'd'])
    const applied = wide.tags.filter(({ name }) => /^[a-d]$|Open|Low/.test(name)).map(({ id }) => id)
    expect(named(tagsOf(ticket, wide, applied), wide)).toEqual(['In progress', 'Urgent', 'a', 'b', 'c'])
  })
  test('are any where one is required and none fits', () =>
    expect(tagsOf(ticket, forum(['Bug', 'Idea'], true))).toEqual(['0']))
  test('are none where the forum has none', () => expect(tagsOf(ticket, forum([], true))).toEqual([]))
})

describe('tags of a forum', () => {
  const others = (count: number) => forum(Array.from({ length: count }, (_, n) => `Other ${n}`)).tags
  test('lack nothing when all are there', () => {
    expect(missingTags(forum(deskTags.map((name) => name.toUpperCase())).tags)).toEqual([])
  })
  test('are made as far as there is room for 20', () => {
    expect(tagsToMake([]).map(({ name }) => name)).toEqual(deskTags)
    expect(tagsToMake(others(18)).map(({ name }) => name)).toEqual(deskTags.slice(0, 2))
    expect(tagsToMake(others(20))).toEqual([])
  })
})

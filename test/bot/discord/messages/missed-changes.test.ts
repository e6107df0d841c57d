import { expect, test } from 'vitest'
import { missedChanges, sourceMessages } from '../../../../bot/discord/messages/missed-changes.ts'
import { idFromKey } from '../../../../core/ids.ts'

const place = 'discord' as const
const since = Date.parse('2026-11-30T10:00:00Z')
const at = (minute: number) => new Date(since + minute * 60_000)

const message = (id: string, editedMinute?: number) => ({
  id,
  edited_timestamp: editedMinute === undefined ? null : at(editedMinute).toISOString(),
})
const comment = (id: string, more: object = {}) => ({
  ...{ _id: idFromKey(`discord:${id}`), relayed: { discord: id } },
  ...more,
})
/** It was written elsewhere, and the bot shows it. */
const relayed = (id: string) => ({ ...comment(id), _id: idFromKey('web:9') })

test('only what people wrote there counts, oldest first', () => {
  const deleted = comment('7', { deleted: { at: at(0), by: { id: 'm', name: 'Max' } } })
  expect(sourceMessages([comment('100'), comment('20'), relayed('30'), deleted], place)).toEqual([
    '20',
    '100',
  ])
  expect(sourceMessages([comment('20')], 'discordRequester')).toEqual([])
})

test.each<[string, ReturnType<typeof message>, object, string[]]>([
  ['an edit while away', message('5', 1), {}, ['5']],
  ['an edit of before', message('5', -1), {}, []],
  ['no edit', message('5'), {}, []],
  [
    'an edit that was followed, or that the console has overwritten',
    message('5', 1),
    { editedAt: at(2) },
    [],
  ],
  ['an edit after the last one that was followed', message('5', 3), { editedAt: at(2) }, ['5']],
])('%s', (_what, read, more, expected) => {
  const all = { messages: [read], isWhole: true }
  const { edited, perhapsDeleted } = missedChanges(all, [comment('5', more)], { place, since })
  expect(edited.map(({ id }) => id)).toEqual(expected)
  expect(perhapsDeleted).toEqual([])
})

test('edits come in their order, also of messages that never became comments', () => {
  const all = { messages: [message('5', 2), message('6', 1)], isWhole: true }
  expect(missedChanges(all, [comment('5')], { place, since }).edited.map(({ id }) => id)).toEqual(['6', '5'])
})

test('what is missing may be deleted, as far back as was read', () => {
  const comments = ['3', '5', '7', '9'].map((id) => comment(id))
  const messages = [message('4'), message('7')]
  expect(missedChanges({ messages, isWhole: true }, comments, { place, since }).perhapsDeleted).toEqual([
    '3',
    '5',
    '9',
  ])
  expect(missedChanges({ messages, isWhole: false }, comments, { place, since }).perhapsDeleted).toEqual([
    '5',
    '9',
  ])
  expect(missedChanges({ messages: [], isWhole: false }, comments, { place, since }).perhapsDeleted).toEqual(
    [],
  )
})

import { expect, test } from 'vitest'
import { missedReactions, type ShownReaction } from '../../../../core/tickets/comments/missed-reactions.ts'

const shown = (emoji: string, by: string[], isWhole = true): ShownReaction => ({ emoji, by, isWhole })
const stored = (emoji: string, by: string) => ({ emoji, by })

test.each<[string, ShownReaction[], { emoji: string; by: string }[], string[]]>([
  ['nothing', [shown('🎉', ['U1'])], [stored('🎉', 'U1')], []],
  ['one that was added', [shown('🎉', ['U1', 'U2'])], [stored('🎉', 'U1')], ['+ 🎉 U2']],
  ['one that was taken back', [shown('🎉', ['U1'])], [stored('🎉', 'U1'), stored('🎉', 'U2')], ['- 🎉 U2']],
  ['the last with its emoji', [], [stored('🎉', 'U1')], ['- 🎉 U1']],
  ['another emoji', [shown('👀', ['U1'])], [stored('🎉', 'U1')], ['- 🎉 U1', '+ 👀 U1']],
  ['nothing that is not listed of many', [shown('🎉', ['U2'], false)], [stored('🎉', 'U1')], ['+ 🎉 U2']],
])('finds %s', (_what, shows, known, expected) => {
  const found = missedReactions(shows, known)
  expect(found.map(({ by, emoji, isAdded }) => `${isAdded ? '+' : '-'} ${emoji} ${by}`)).toEqual(expected)
})

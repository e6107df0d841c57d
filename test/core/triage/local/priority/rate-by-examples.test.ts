import { describe, expect, test } from 'vitest'
import { priorities } from '../../../../../core/tickets/ticket-values.ts'
import { trainClassifier } from '../../../../../core/triage/local/classifier/train-classifier.ts'
import {
  examplesOf,
  optionsOfExamples,
} from '../../../../../core/triage/local/examples/learn-from-examples.ts'
import {
  prioritiesOfExamples,
  rateByExamples,
} from '../../../../../core/triage/local/priority/rate-by-examples.ts'
import { ratePriority } from '../../../../../core/triage/local/priority/rate-priority.ts'
import { type UnseenTicket, unseenTickets } from '../../unseen-tickets.ts'

const rightOf = (set: UnseenTicket['set'], rate: (text: string) => string) => {
  const tickets = unseenTickets.filter((one) => one.set === set)
  return tickets.filter(({ text, priority }) => rate(text) === priority).length
}

/** As many as when the examples were last added to. A change that makes fewer right has made triage worse. */
describe('of tickets that neither rules nor examples have seen', () => {
  test.each<[UnseenTicket['set'], number]>([
    ['everyday', 131],
    ['cosmetic', 95],
    ['understated', 81],
    ['dispatcher', 152],
    ['organisations', 153],
    ['mixed', 123],
  ])('%s: at least %i have the right priority, and more than by the rules alone', (set, atLeast) => {
    const right = rightOf(set, (text) => rateByExamples(text).priority)
    expect(right).toBeGreaterThanOrEqual(atLeast)
    expect(right).toBeGreaterThan(rightOf(set, (text) => ratePriority(text, 'normal').priority))
  })
})

describe('what rules alone get wrong', () => {
  test.each([
    ['All tills in the Leeds shop say “no connection”, we are sending people away', 'urgent'],
    ['The guard of the machine is open and the blade keeps turning', 'urgent'],
    ['Somebody moves my mouse and opens folders of customers while I watch', 'urgent'],
    ['Alle Kassen zeigen „keine Verbindung“, wir schicken die Kunden weg', 'urgent'],
    ['Sur la page cantine il est écrit « mennu »', 'low'],
    ['所有门店的收银机都连不上，顾客都走了', 'urgent'],
  ])('%s: %s', (text, priority) => {
    expect(rateByExamples(text).priority).toBe(priority)
    expect(ratePriority(text, 'normal').priority).not.toBe(priority)
  })
})

describe('how a matter is told makes a serious one no less so', () => {
  test.each([
    ['No rush, but the colleague who was fired on Friday still has admin rights in production', 'urgent'],
    ['Keine Eile, aber die Backups laufen seit zwei Wochen nicht', 'high'],
    ['This is not urgent and nobody is blocked: a second monitor', 'low'],
    ['No hurry, a new mouse please', 'low'],
  ])('%s: %s', (text, priority) => expect(rateByExamples(text).priority).toBe(priority))
})

test.each([
  'Urgent please!!',
  'Dringend, bitte helfen',
  'Très urgent SVP',
  'Urgentísimo por favor',
  'Molto urgente, grazie',
  'Muito urgente, obrigado',
  'Heel dringend graag',
  'Bardzo pilne, proszę',
  '至急よろしくお願いします',
  '非常紧急，请帮忙',
])('who only calls for help at once is believed: %s', (text) =>
  expect(rateByExamples(text).priority).toBe('high'),
)

test.each([
  'My mouse is broken',
  'Drucker druckt nicht',
  'Écran noir',
  'La impresora no imprime',
  'La stampante non stampa',
  'A impressora não imprime',
  'Printer print niet',
  'Drukarka nie drukuje',
  'プリンターが印刷しない',
  '打印机不打印',
])('an everyday fault is medium: %s', (text) => expect(rateByExamples(text).priority).toBe('medium'))

test('where examples differ from the rules, the reasons say so and name the words', () => {
  const { reasons } = rateByExamples('All tills in the shop are dark, customers walk away')
  expect(reasons[0]).toMatch(/^reads like tickets of urgent priority: “\w+”/)
})

test('where they agree, the reasons are those of the rules', () => {
  const text = 'The server room is on fire'
  expect(rateByExamples(text).reasons).toEqual(ratePriority(text, 'normal').reasons)
})

test('the chances add up to 1', () => {
  const { chances } = rateByExamples('The key sticks')
  expect(chances).toHaveLength(priorities.length)
  expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
})

test('the calibration is what held-out examples give', () => {
  const { classes, calibration } = prioritiesOfExamples
  const { sharpness } = trainClassifier(examplesOf(prioritiesOfExamples), classes, optionsOfExamples)
  expect(sharpness / calibration.sharpness).toBeCloseTo(1, 1)
})

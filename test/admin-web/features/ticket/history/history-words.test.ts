import { expect, test } from 'vitest'
import {
  type HistoryLine,
  historySentence,
} from '../../../../../admin-web/src/features/ticket/history/history-words.ts'

const ann = { id: 'a', name: 'Ann Lee' }
const at = '2026-03-02T10:00:00.000Z'
const line = (more: Partial<HistoryLine>): HistoryLine => ({
  at,
  by: ann,
  surface: 'web',
  action: 'opened',
  ...more,
})

test.each<[Partial<HistoryLine>, string]>([
  [{ surface: 'slack' }, 'Ann Lee filed the ticket from Slack.'],
  [
    { by: null, surface: 'desk', action: 'triaged', note: 'high · Hardware, by Gemini' },
    'The desk triaged it: high · Hardware, by Gemini.',
  ],
  [
    {
      by: null,
      surface: 'desk',
      action: 'assigned',
      note: 'to Bo Chen: knows Printers; has 0 of 4 tickets',
    },
    'The desk assigned it to Bo Chen: knows Printers; has 0 of 4 tickets.',
  ],
  [
    { by: null, surface: 'desk', action: 'left open', note: 'No moderator is on duty.' },
    'The desk left it open for anyone: No moderator is on duty.',
  ],
  [
    {
      by: null,
      surface: 'desk',
      action: 'passed on',
      note: 'Lena Vogel did not claim it within 60 minutes',
    },
    'The desk passed it on: Lena Vogel did not claim it within 60 minutes.',
  ],
  [{ action: 'claimed', surface: 'discord' }, 'Ann Lee claimed it in Discord.'],
  [
    { action: 'claimed', note: 'was assigned to Bo Chen' },
    'Ann Lee claimed it in the console (was assigned to Bo Chen).',
  ],
  [{ action: 'released', surface: 'api' }, 'Ann Lee released it through the API.'],
  [{ action: 'commented', surface: 'slack' }, 'Ann Lee wrote a message in Slack.'],
  [{ action: 'noted' }, 'Ann Lee wrote an internal note in the console.'],
  [
    {
      action: 'edited',
      changes: [
        { field: 'priority', from: 'low', to: 'urgent' },
        { field: 'skills', from: [], to: ['Printers', 'Network'] },
        { field: 'description', from: 'a', to: 'b' },
      ],
    },
    'Ann Lee changed priority from low to urgent, set the skills to Printers, Network and rewrote the description.',
  ],
  [
    { action: 'edited', changes: [{ field: 'title', from: 'Old', to: 'New' }] },
    'Ann Lee changed the title from “Old” to “New”.',
  ],
  [{ action: 'reopened', surface: 'slack' }, 'Ann Lee reopened it in Slack.'],
  [{ action: 'resolved', note: 'Roller changed.' }, 'Ann Lee resolved it in the console.'],
  [{ action: 'deleted' }, 'Ann Lee deleted it in the console.'],
])('%j reads as a sentence', (more, sentence) => {
  expect(historySentence(line(more))).toBe(sentence)
})

import { permissionNames } from '../../core/tickets/actions/permission-names.ts'
import { person } from './accounts.ts'
import { exampleField } from './catalog.ts'

export const exampleFile = {
  id: '65f0c0ffee65f0c0ffee0f01',
  name: 'fire.jpg',
  type: 'image/jpeg',
  size: 482_113,
  state: 'ready',
}

export const exampleSummary = {
  id: '65f0c0ffee65f0c0ffee002a',
  number: 42,
  title: 'Printer on fire',
  urgency: 'high',
  status: 'in_progress',
  priority: 'urgent',
  category: 'Hardware',
  skills: ['Printers'],
  tags: ['third floor'],
  summary: 'The printer on the third floor is burning.',
  requester: { id: '65f0c0ffee65f0c0ffee0002', name: 'Ada Lovelace' },
  assignee: person,
  source: 'slack',
  version: 4,
  createdAt: '2026-11-23T09:30:00.000Z',
  updatedAt: '2026-11-23T09:31:12.000Z',
}

export const exampleSimilar = {
  id: '65f0c0ffee65f0c0ffee002c',
  number: 12,
  title: 'Smoke from the printer',
  status: 'resolved',
  category: 'Hardware',
  priority: 'urgent',
  createdAt: '2026-06-01T08:00:00.000Z',
  resolvedBy: person,
  resolution: 'Replaced the power supply.',
  similarity: 0.58,
  isLikelyDuplicate: false,
}

export const exampleListed = {
  ...exampleSummary,
  lastAnswer: { at: '2026-11-23T09:40:00.000Z', by: person, side: 'staff' },
  waitingSince: null,
  unread: true,
}

export const exampleTicket = {
  ...exampleSummary,
  description: 'Flames come out of **tray 2**.',
  fields: [{ ...exampleField, value: 'SN-4711' }],
  files: [exampleFile],
  notes: '- Pull the plug.',
  duplicateOf: null,
  duplicates: [{ id: '65f0c0ffee65f0c0ffee002b', number: 43 }],
  watchers: [{ id: '65f0c0ffee65f0c0ffee0003', name: 'Root Roe' }],
  triage: {
    state: 'done',
    engine: 'gemini',
    model: 'gemini-3.5-flash-lite',
    confidence: 0.92,
    reasons: ['people are in danger'],
    fallback: null,
    at: '2026-11-23T09:30:02.000Z',
  },
  assignment: { by: 'claim', reason: 'Claimed by Max Moe.', candidates: [], at: '2026-11-23T09:31:12.000Z' },
  usualAnswerMinutes: 45,
  resolution: null,
  rating: null,
  rateableUntil: null,
  history: [
    {
      at: '2026-11-23T09:30:00.000Z',
      by: { id: '65f0c0ffee65f0c0ffee0002', name: 'Ada Lovelace' },
      surface: 'slack',
      action: 'opened',
    },
    { at: '2026-11-23T09:31:12.000Z', by: person, surface: 'discord', action: 'claimed' },
  ],
  earlierHistory: 0,
}

/** A moderator's permissions on a ticket that they have claimed. */
export const exampleMay = Object.fromEntries(
  permissionNames.map((name) => [name, !['assign', 'delete', 'rate'].includes(name)]),
)

export const exampleComment = {
  id: '65f0c0ffee65f0c0ffee0c01',
  author: person,
  fromRequester: false,
  body: 'Stand back, please.',
  files: [],
  visibility: 'public',
  surface: 'discord',
  mentions: [],
  version: 2,
  createdAt: '2026-11-23T09:32:00.000Z',
  editedAt: '2026-11-23T09:33:00.000Z',
  edits: [{ at: '2026-11-23T09:33:00.000Z', by: person, body: 'Stand bakc, please.' }],
  deleted: null,
}

export const exampleDelivery = {
  id: '65f0c0ffee65f0c0ffee002a:6:2',
  channel: 'mail',
  about: 'resolved',
  state: 'sent',
  to: { id: '65f0c0ffee65f0c0ffee0002', name: 'Ada Lovelace' },
  ticket: { id: exampleSummary.id, number: exampleSummary.number },
  until: null,
  providerId: '250 2.0.0 Ok: queued as 4bX9kz',
  error: null,
  fallbackTo: null,
  fallbackFor: null,
  resendOf: null,
  startedAt: '2026-11-23T10:12:00.000Z',
  finishedAt: '2026-11-23T10:12:01.000Z',
}

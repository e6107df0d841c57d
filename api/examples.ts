import { permissionNames } from '../core/tickets/actions/permission-names.ts'

/** Examples for the API's documentation. All use the same people and the same ticket. */
export const exampleUser = {
  id: '65f0c0ffee65f0c0ffee0001',
  email: 'max@example.com',
  name: 'Max Moe',
  role: 'moderator',
  active: true,
  skills: ['Printers', 'C++'],
  languages: ['de', 'en'],
  capacity: 10,
  onDuty: true,
  dutySchedule: {
    timeZone: 'Europe/Berlin',
    shifts: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
    absences: [{ from: '2026-12-21', to: '2026-12-31' }],
  },
  confirmed: true,
  slack: false,
  discord: '200000000000000001',
  secondFactor: true,
  createdAt: '2026-11-23T09:00:00.000Z',
}

export const exampleAssignee = {
  id: exampleUser.id,
  name: exampleUser.name,
  role: exampleUser.role,
  onDuty: true,
  skills: exampleUser.skills,
  matching: ['Printers'],
  load: 3,
  capacity: 10,
}

export const exampleFile = {
  id: '65f0c0ffee65f0c0ffee0f01',
  name: 'fire.jpg',
  type: 'image/jpeg',
  size: 482_113,
  state: 'ready',
}

const person = { id: exampleUser.id, name: exampleUser.name }

export const exampleCannedReply = {
  id: '65f0c0ffee65f0c0ffee0c01',
  name: 'Restart it',
  text: 'Hello {{first_name}}, please restart the device, and tell us whether #{{number}} is solved.',
  createdBy: person,
  createdAt: '2026-01-05T09:00:00.000Z',
  changedBy: person,
  changedAt: '2026-01-05T09:00:00.000Z',
  version: 1,
}

const exampleField = {
  key: 'serial',
  label: 'Serial number',
  kind: 'text',
  required: true,
  help: 'On the back of the device.',
} as const

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

export const exampleTriageModel = {
  id: '65f0c0ffee65f0c0ffee0d0c',
  number: 12,
  at: '2026-11-23T02:00:09.000Z',
  by: null,
  figures: {
    rows: 4_200,
    heldBack: 840,
    accuracy: 0.84,
    macroF1: 0.82,
    coverageAt90: 0.76,
    calibrationError: 0.03,
    seconds: 6.4,
  },
  comparison: { with: 11, tickets: 96, accuracy: 0.85, otherAccuracy: 0.83, isWorse: false },
  priorityFigures: {
    ...{ rows: 3_100, heldBack: 620, accuracy: 0.76, macroF1: 0.48, rulesAccuracy: 0.71 },
    isUsed: true,
  },
  isInUse: true,
}

const exampleCorrections = {
  engine: 'local',
  model: '12',
  tickets: 310,
  abstained: 21,
  proposed: { category: 289, priority: 310, skills: 310 },
  corrected: { category: 24, priority: 31, skills: 12, assignee: 9 },
}

export const exampleTriageReport = {
  models: [exampleTriageModel],
  rulesAlone: null,
  training: {
    state: 'idle',
    startedAt: '2026-11-23T02:00:00.000Z',
    endedAt: '2026-11-23T02:00:10.000Z',
    outcome: 'in use',
  },
  corrections: { last30Days: [exampleCorrections], last90Days: [exampleCorrections] },
}

export const exampleAuditEntry = {
  id: '65f0c0ffee65f0c0ffee0a01',
  at: '2026-11-23T09:05:00.000Z',
  actor: { id: '65f0c0ffee65f0c0ffee0003', name: 'Root Roe' },
  action: 'account-changed',
  about: { kind: 'user', id: exampleUser.id, name: exampleUser.name },
  from: { surface: 'web', address: '192.0.2.7' },
  changes: [{ field: 'role', from: 'user', to: 'moderator' }],
  note: null,
}

export const exampleSession = {
  needsSetUp: false,
  user: exampleUser,
  token: 'eyJhbGciOiJIUzI1NiJ9.…',
  expiresAt: '2026-11-30T09:00:00.000Z',
}

export const exampleLink = {
  purpose: 'invite',
  user: '65f0c0ffee65f0c0ffee0002',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  confirmed: true,
  next: '/',
}

export const exampleDevice = {
  id: '65f0c0ffee65f0c0ffee0d01',
  createdAt: '2026-11-23T09:00:00.000Z',
  lastUsedAt: '2026-11-23T09:41:00.000Z',
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  current: true,
}

export const exampleApiKey = {
  id: '65f0c0ffee65f0c0ffee0e01',
  name: 'Monitoring',
  start: 'dk_m4Zq7',
  scopes: ['tickets:write'],
  createdAt: '2026-11-23T09:00:00.000Z',
  expiresAt: '2027-02-21T09:00:00.000Z',
  lastUsedAt: '2026-11-23T09:41:00.000Z',
}

export const exampleSkill = {
  id: '65f0c0ffee65f0c0ffee0f01',
  name: 'Printers',
  description: 'paper, toner, drivers and print servers',
  formerly: ['Printing'],
  retired: false,
}

export const exampleForm = { version: 0, fields: [exampleField] }

export const exampleCategory = {
  id: '65f0c0ffee65f0c0ffee0f02',
  name: 'Hardware',
  description: 'devices and peripherals',
  formerly: [],
  retired: false,
  form: { version: 1, fields: [exampleField] },
}

const on = { on: true, locked: null }

export const examplePreferences = {
  events: [
    {
      event: 'resolved',
      title: 'A ticket of mine is resolved',
      cells: { mail: on, slack: on, discord: { on: false, locked: null } },
    },
    {
      event: 'account',
      title: 'My account: invitation, password, address',
      cells: {
        mail: { on: true, locked: 'Account mails contain the links you need to sign in.' },
        slack: { on: false, locked: 'Account links are sent by mail only.' },
        discord: { on: false, locked: 'Account links are sent by mail only.' },
      },
    },
  ],
  connected: { mail: true, slack: false, discord: true },
  timeZone: 'Europe/Berlin',
  quietHours: { from: '22:00', to: '07:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  digest: { on: false, at: '08:00' },
  fallback: true,
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

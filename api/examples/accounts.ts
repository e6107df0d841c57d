/** Examples for the API's documentation. All of them are about the same people and the same ticket. */
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

export const person = { id: exampleUser.id, name: exampleUser.name }

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

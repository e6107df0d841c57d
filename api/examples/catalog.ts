import { person } from './accounts.ts'

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

export const exampleField = {
  key: 'serial',
  label: 'Serial number',
  kind: 'text',
  required: true,
  help: 'On the back of the device.',
} as const

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

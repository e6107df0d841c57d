import { expect, test } from 'vitest'
import { aboutName, placeName } from '../../../../admin-web/src/features/deliveries/delivery-names.ts'

test.each([
  ['status-changed', 'Status changed', 'the ticket’s thread'],
  ['moderators-card', 'Card for moderators', 'the moderators’ channel'],
])('%s is named, and where it goes if it goes to no one person', (about, name, place) => {
  expect(aboutName(about)).toBe(name)
  expect(placeName(about)).toBe(place)
})

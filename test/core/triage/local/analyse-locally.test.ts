import { describe, expect, test } from 'vitest'
import { builtInCategories as categories } from '../../../../core/catalog/built-in.ts'
import { seedCatalog } from '../../../../core/catalog/seed.ts'
import { analyseLocally } from '../../../../core/triage/local/analyse-locally.ts'
import { analysisSchemaOf } from '../../../../core/triage/proposal.ts'

const lists = seedCatalog({ skills: [], categories: [] })
const analyse = (title: string, description: string, urgency: 'normal' | 'critical' = 'normal') =>
  analyseLocally({ title, description, urgency }, lists)

test('says all that an engine has to say', () => {
  expect(analyse('Printer on fire', 'The **printer** burns. I ran away.')).toEqual({
    category: 'Hardware',
    priority: 'urgent',
    skills: ['Printers'],
    confidence: expect.closeTo(1, 1),
    summary: 'Printer on fire: The printer burns.',
    notes:
      '- Ask for the model and the asset number.\n- Try another cable, port or device.\n- Check the warranty.',
    reasons: ['Hardware: printer', 'people or equipment in danger'],
  })
})

test('says the same each time', () => {
  const once = analyse('VPN drops', 'Everyone is offline.', 'critical')
  for (let again = 0; again < 5; again++)
    expect(analyse('VPN drops', 'Everyone is offline.', 'critical')).toEqual(once)
})

describe('the summary', () => {
  test.each<[string, string, string]>([
    ['Key sticks', 'Key sticks on my keyboard. Help!', 'Key sticks on my keyboard.'],
    ['Key sticks', 'It is v1.2 that fails. Help!', 'Key sticks: It is v1.2 that fails.'],
    ['Key sticks', '# Help\n\n> no *end*', 'Key sticks: Help'],
    ['Key sticks', 'Why?', 'Key sticks: Why?'],
    ['Key sticks', 'Shows <b>nothing</b> and `a > b`', 'Key sticks: Shows <b>nothing</b> and a > b'],
    ['Key sticks', '\\_\\_init\\_\\_.py fails', 'Key sticks: \\_\\_init\\_\\_.py fails'],
  ])('%s | %s', (title, description, summary) => expect(analyse(title, description).summary).toBe(summary))

  test('is never longer than a card takes', () => {
    expect(analyse('T'.repeat(150), 'x'.repeat(10_000)).summary.length).toBeLessThanOrEqual(500)
  })
})

describe('fits what a proposal may be', () => {
  test.each<[string, string]>([
    ['nothing known', 'zzz'],
    [
      'all at once',
      `${categories.join(' ')} java python vpn outage smoke phishing urgent today slow question`,
    ],
    ['empty after the Markdown is gone', '***'],
    ['emoji', '🔥🔥🔥'],
    ['a script', '<script>alert(1)</script>'],
    ['one long word', 'y'.repeat(10_000)],
  ])('%s', (title, description) => {
    expect(analysisSchemaOf(lists).safeParse(analyse(title, description, 'critical')).error).toBeUndefined()
  })
})

describe('on lists that an admin has changed', () => {
  const changed = {
    categories: lists.categories.map((one) => (one.name === 'Hardware' ? { ...one, name: 'Devices' } : one)),
    skills: lists.skills
      .filter(({ name }) => name !== 'VPN')
      .map((one) =>
        one.name === 'Networking' ? { ...one, name: 'Networks', rules: ['Networking', 'VPN'] } : one,
      ),
  }

  test('the rules go on under the new names', () => {
    expect(
      analyseLocally({ title: 'Printer on fire', description: 'x', urgency: 'normal' }, changed),
    ).toMatchObject({ category: 'Devices', notes: expect.stringContaining('asset number') })
  })

  test('what was merged is proposed once', () => {
    expect(
      analyseLocally({ title: 'VPN drops', description: 'x', urgency: 'normal' }, changed).skills,
    ).toEqual(['Networks'])
  })
})

describe('skills', () => {
  const withDefaults = {
    ...lists,
    categories: lists.categories.map((one) =>
      one.name === 'Software' ? { ...one, defaultSkills: ['Licences'] } : one,
    ),
  }
  const skillsOf = (title: string) =>
    analyseLocally({ title, description: 'x', urgency: 'normal' }, withDefaults)

  test('are the defaults of the category when the ticket calls for none', () => {
    expect(analyse('The app crashes', 'x')).toMatchObject({ category: 'Software', skills: [] })
    expect(skillsOf('The app crashes')).toMatchObject({ category: 'Software', skills: ['Licences'] })
  })

  test('are those that the ticket calls for, whatever the defaults', () => {
    expect(skillsOf('The app crashes on macOS').skills).toEqual(['macOS'])
  })
})

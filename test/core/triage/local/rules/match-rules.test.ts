import { describe, expect, test } from 'vitest'
import {
  builtInSkills as catalog,
  builtInCategories as categories,
} from '../../../../../core/catalog/built-in.ts'
import { seedCatalog } from '../../../../../core/catalog/seed.ts'
import { keywordRules } from '../../../../../core/triage/local/rules/keyword-rules.ts'
import { createRuleMatcher } from '../../../../../core/triage/local/rules/match-rules.ts'
import { timesAsLong } from '../../../../support/times-as-long.ts'

const lists = seedCatalog({ skills: [], categories: [] })
const matchRules = createRuleMatcher(lists)

describe('the rules themselves', () => {
  test('name only skills that the desk has', () => {
    const named = keywordRules.flatMap(({ skills = [] }) => skills)
    expect(named.filter((skill) => !catalog.some((known) => known === skill))).toEqual([])
  })

  test('know every category but Other', () => {
    const known = new Set<string>(keywordRules.map(({ topic }) => topic))
    expect(categories.filter((name) => !known.has(name))).toEqual(['Other'])
  })

  test('take about as long on a long text made to fool them as on any other', () => {
    const ordinary = 'The big printer next to the kitchen prints each page twice. '.repeat(165)
    for (const text of ['c'.repeat(10_000), 'can t log '.repeat(1_000), 'access '.repeat(1_400)])
      expect(
        timesAsLong(
          () => matchRules('Printer', text),
          () => matchRules('Printer', ordinary),
        ),
      ).toBeLessThan(100)
  })
})

describe('category and skills', () => {
  test.each<[string, string, string, string[]]>([
    ['Printer on fire', 'Smoke comes out of it.', 'Hardware', ['Printers']],
    ['VPN drops all the time', 'AnyConnect says no.', 'Network', ['VPN', 'Networking']],
    ['No WiFi on the third floor', 'My phone sees no SSID.', 'Network', ['Wi-Fi', 'Networking']],
    ['Locked out', 'I forgot my password.', 'Access', ['Active Directory']],
    ['MFA asks again and again', 'Okta wants the authenticator.', 'Access', ['Single sign-on']],
    ['Shared mailbox is gone', 'Outlook does not show it.', 'Email', ['Email']],
    ['Restore a file', 'I need last week’s backup.', 'Storage', ['Backup', 'Storage']],
    ['Suspicious mail', 'It smells of phishing.', 'Security', ['Security']],
    ['The pipeline fails', 'GitLab cannot deploy to staging.', 'Development', ['CI/CD']],
    ['Order a new vendor quote', 'Procurement wants an invoice.', 'Purchase', ['Procurement']],
    ['My payslip is wrong', 'The salary of March.', 'HR', ['Payroll', 'HR']],
    ['Excel crashes', 'Since the last update.', 'Software', ['Office']],
    ['Something is odd', 'I do not know what.', 'Other', []],
  ])('%s. %s', (title, description, category, skills) => {
    expect(matchRules(title, description)).toMatchObject({ category, skills })
  })
})

describe('words are whole words', () => {
  test.each<[string, string[], string[]]>([
    ['Java throws an exception', ['Java'], ['JavaScript']],
    ['JavaScript throws an error', ['JavaScript'], ['Java']],
    ['C++ does not link', ['C++'], ['C#']],
    ['C# does not link', ['C#'], ['C++']],
    ['the .NET service', ['C#'], []],
    ['our Node.js service', ['Node.js'], []],
    ['asp.net', [], ['C#']],
    ['sapling trees', [], ['SAP']],
    ['the Übervpn', [], ['VPN']],
    ['PYTHON 3', ['Python'], []],
  ])('%s', (title, found, notFound) => {
    const { skills } = matchRules(title, '')
    for (const skill of found) expect(skills).toContain(skill)
    for (const skill of notFound) expect(skills).not.toContain(skill)
  })
})

describe('weights', () => {
  test('the title counts double', () => {
    expect(matchRules('salary', 'vpn').category).toBe('HR')
    expect(matchRules('vpn', 'salary').category).toBe('Network')
  })

  test('a word counts once however often it occurs', () => {
    expect(matchRules('', `${'excel '.repeat(9)}mailbox outlook`).category).toBe('Email')
  })

  test('a word in passing calls for nobody', () => {
    expect(matchRules('VPN and WireGuard drop', 'It began when I closed Excel.').skills).not.toContain(
      'Office',
    )
  })

  test('never more than five skills', () => {
    const { skills } = matchRules('', 'java python react c++ c# node.js')
    expect(skills).toHaveLength(5)
  })
})

describe('how sure', () => {
  test.each<[string, string, number]>([
    ['nothing matched', 'Something is odd', 0.3],
    ['one category alone', 'VPN', 0.6],
    ['two categories alike', 'payroll, backup', 0.45],
  ])('%s', (_name, title, confidence) => {
    expect(matchRules(title, '').confidence).toBe(confidence)
  })

  test('the words that decided are named, four at most, each once', () => {
    expect(matchRules('VPN', 'vpn dns dhcp firewall proxy').words).toEqual(['vpn', 'dns', 'dhcp', 'firewall'])
  })
})

describe('what the desk does not offer', () => {
  test('is no answer: the next best category is, and the skill is left out', () => {
    const offered = (name: string) => name === 'Storage' || name === 'Other'
    const without = {
      categories: lists.categories.filter(({ name }) => offered(name)),
      skills: lists.skills.filter(({ name }) => offered(name)),
    }
    expect(createRuleMatcher(without)('Payroll, payslip', 'backup')).toMatchObject({
      category: 'Storage',
      skills: ['Storage'],
    })
  })
})

import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../../core/catalog/catalog.ts'
import { seedCatalog } from '../../../../../core/catalog/seed.ts'
import { createRuleMatcher } from '../../../../../core/triage/local/rules/match-rules.ts'

const built = seedCatalog({ skills: [], categories: [] })
const added = (name: string): Entry => ({
  ...{ id: name, name, description: '', formerly: [], rules: [], retired: false },
})

const matchSkills = createRuleMatcher({
  ...built,
  skills: [
    ...built.skills,
    ...['C', 'R', 'Go', 'IT', 'BI', 'F#', '.NET', '.NET Core', 'ASP.NET', 'Objective-C', 'R&D', '財務'].map(
      added,
    ),
    ...['AS/400', 'S/4HANA', 'SAP S/4HANA', 'SAP-HR', 'Power BI', 'Next.js', 'Wi-Fi 6', 'Café POS'].map(
      added,
    ),
  ],
})

describe('a skill that an admin added is found as people write it', () => {
  test.each([
    ['Our C code crashes', 'C'],
    ['Das C-Programm stürzt ab', 'C'],
    ['el código C falla', 'C'],
    ['R script fails on the server', 'R'],
    ['script R plante', 'R'],
    ['The service is written in Go.', 'Go'],
    ['Go build fails', 'Go'],
    ['IT Abteilung anrufen', 'IT'],
    ['BI dashboard', 'BI'],
    ['c#/f# interop', 'F#'],
    ['.net core 3.1 is missing', '.NET Core'],
    ['SAP S/4HANA migration', 'SAP S/4HANA'],
    ['SAP HR infotype', 'SAP-HR'],
    ['AS400 terminal', 'AS/400'],
    ['PowerBI report', 'Power BI'],
    ['Power-BI-Bericht', 'Power BI'],
    ['nextjs build', 'Next.js'],
    ['WiFi 6 adapter', 'Wi-Fi 6'],
    ['cafe pos is down', 'Café POS'],
    ['財務システムに入れない', '財務'],
  ])('%s: %s', (text, skill) => expect(matchSkills(text, '').skills).toContain(skill))
})

describe('what only looks like its name is not', () => {
  test.each([
    ['Drive C is full', 'C'],
    ['C: is full', 'C'],
    ['file C:\\Users\\kim', 'C'],
    ['Vitamin C tablets', 'C'],
    ['C++ and C# builds', 'C'],
    ['Objective-C build', 'C'],
    ['press Ctrl+R', 'R'],
    ['R&D share', 'R'],
    ['Go to settings and build it', 'Go'],
    ['Where did my files go?', 'Go'],
    ['Go live is tomorrow', 'Go'],
    ['it does not work', 'IT'],
    ['visit example.net', '.NET'],
    ['ASP.NET page is white', '.NET'],
  ])('%s: not %s', (text, skill) => expect(matchSkills(text, '').skills).not.toContain(skill))
})

describe('a category that an admin added is found in other forms of its name, too', () => {
  const match = createRuleMatcher({
    ...built,
    categories: [
      ...built.categories,
      ...['Facilities', 'Translations', 'Legal', 'Lab equipment', 'Rechnung', 'Reisekosten', 'Formation'].map(
        added,
      ),
      ...['Vertrieb', 'Verzending', '出張'].map(added),
    ],
  })
  test.each([
    ['facility request', 'Facilities'],
    ['The translation is wrong', 'Translations'],
    ['lab equipment broken', 'Lab equipment'],
    ['Rechnungen falsch', 'Rechnung'],
    ['Die Rechnungsnummer fehlt', 'Rechnung'],
    ['Reisekostenabrechnung fehlt', 'Reisekosten'],
    ['Vertriebsleiter fragt', 'Vertrieb'],
    ['verzendingskosten', 'Verzending'],
    ['les formations en retard', 'Formation'],
    ['出張の申請', '出張'],
    ['that is illegal', 'Other'],
    ['the information is wrong', 'Other'],
  ])('%s: %s', (text, category) => expect(match(text, '').category).toBe(category))
})

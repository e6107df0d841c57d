import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readConfiguration } from '../../core/configuration/configuration.ts'
import { variables } from '../../core/configuration/variables.ts'

const document = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

const names = Object.keys(variables) as (keyof typeof variables)[]

/** The default of each variable that has one, as it is written in a file. */
const defaults = new Map<string, string>(
  names.flatMap((name) => {
    const read = variables[name].safeParse(undefined)
    return read.success && read.data !== undefined ? [[name, String(read.data)]] : []
  }),
)

const rows = [...document('docs/configuration.md').matchAll(/^\| `([A-Z_]+)` \| (.+) \| (.*)\|$/gm)].map(
  ([, name = '', meaning = '', shown = '']) => ({ name, meaning, shown: shown.trim() }),
)

test('docs/configuration.md has every variable once, and no other, in the order of the code', () => {
  expect(rows.map(({ name }) => name)).toEqual(names)
  expect(rows.filter(({ meaning }) => meaning.trim().length < 5)).toEqual([])
})

test.each([...defaults])('docs/configuration.md shows the default of %s', (name, value) => {
  expect(rows.find((row) => row.name === name)?.shown).toBe(`\`${value}\``)
})

const example = document('.env.example')
const entries = [...example.matchAll(/^# ([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name, value]) => ({ name, value }))

test('.env.example has every variable once, commented out, with its default and a line about it', () => {
  expect(entries).toEqual(names.map((name) => ({ name, value: defaults.get(name) ?? '' })))
  for (const name of names) expect(example).toMatch(new RegExp(`^# .{8,}\\n# ${name}=`, 'm'))
  expect(example.split('\n').filter((line) => line && !line.startsWith('# '))).toEqual([])
})

test('.env.example changes nothing when all of it is switched on', () => {
  const switchedOn = example.replaceAll(/^# (?=[A-Z][A-Z_]+=)/gm, '')
  const environment = parseEnv(switchedOn) as Record<string, string>
  expect(Object.keys(environment).sort()).toEqual(names.toSorted())
  expect(readConfiguration(environment)).toEqual(readConfiguration({}))
})

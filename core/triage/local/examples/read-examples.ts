import { readFileSync } from 'node:fs'
import type { BuiltInCategory } from '../../../catalog/built-in.ts'
import type { Priority } from '../../../tickets/ticket-values.ts'

/** A made-up ticket with the labels that a dispatcher would give it. Where they come from: docs/triage.md. */
export type ExampleTicket = { text: string; priority: Priority; category?: BuiltInCategory }

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja', 'zh'] as const

/** All examples, of all languages. A test checks their shape. */
export const readExamples = (): ExampleTicket[] =>
  languages.flatMap((language) =>
    readFileSync(new URL(`./${language}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line): ExampleTicket => JSON.parse(line)),
  )

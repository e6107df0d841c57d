import { newUuid } from './new-uuid.ts'
import { keysIn, readJson, remove, writeJson } from './storage.ts'

/*
 * Drafts survive a reload, an ended session and a closed tab. Each tab keeps its own, so that no tab changes what another
 * one shows; a new tab starts with the draft that was typed last. Sending a draft and logging out remove it. Names
 * contain the person's id.
 */

const prefix = 'deskbridge:'
const tabKey = 'deskbridge-tab'
const keptMs = 30 * 86_400_000

/** The draft that was typed last, in whichever tab. @property at milliseconds */
type Latest = { tab: string; at: number; value: unknown }

export const readDraft = <T>(name: string): T | null =>
  readJson<T>('session', prefix + name) ?? ((readLatest(prefix + name)?.value ?? null) as T | null)

export function saveDraft(name: string, value: unknown) {
  const key = prefix + name
  if (isSame(value, readJson('session', key))) return
  writeJson('session', key, value)
  writeJson('local', key, { tab: thisTab(), at: Date.now(), value } satisfies Latest)
}

export function discardDraft(name: string) {
  const key = prefix + name
  const own = readJson('session', key)
  const latest = readLatest(key)
  remove('session', key)
  if (latest && (latest.tab === thisTab() || isSame(latest.value, own))) remove('local', key)
}

export function forgetAll() {
  for (const key of keysIn('session', prefix)) remove('session', key)
  for (const key of keysIn('local', prefix)) remove('local', key)
}

/** Removes drafts that nobody continued for 30 days. */
export function forgetOld() {
  for (const key of keysIn('local', prefix)) readLatest(key)
}

function readLatest(key: string): Latest | null {
  const latest = readJson<Latest>('local', key)
  if (!latest || latest.at > Date.now() - keptMs) return latest
  remove('local', key)
  return null
}

function thisTab(): string {
  const known = readJson<string>('session', tabKey)
  if (known) return known
  const tab = newUuid()
  writeJson('session', tabKey, tab)
  return tab
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

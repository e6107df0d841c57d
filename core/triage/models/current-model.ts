import type { Log } from '../../log.ts'
import { createShortLivedCache } from '../../short-lived-cache.ts'
import { createPriorityChooser } from '../local/choose-priority.ts'
import { learnedFrom } from '../local/classifier/classify.ts'
import { fitLearned } from '../local/learned.ts'
import type { LearnedLists } from '../local/learned-lists.ts'
import { readModelFile } from './model-file.ts'
import type { ModelStore } from './model-store.ts'

/** A version of what the local engine has learned, ready to use. */
export type LoadedModel = LearnedLists & { number: number }

/**
 * Gives the version in use. It looks at most once a second which one that is, so that all processes follow within a
 * second. A new version replaces the old at once, and only when it has been read whole; until then, or when that fails,
 * the old one continues.
 */
export function createCurrentModel(
  store: Pick<ModelStore, 'inUse' | 'readFile'>,
  log: Log,
  now: () => number = Date.now,
) {
  let loaded: { id: string; model: LoadedModel | null } | null = null

  async function look(): Promise<{ model: LoadedModel | null }> {
    const inUse = await store.inUse()
    if (!inUse) loaded = null
    else if (inUse._id !== loaded?.id)
      loaded = { id: inUse._id, model: await load(inUse._id, inUse.number, loaded?.model ?? null) }
    return { model: loaded?.model ?? null }
  }

  /** A file that can't be read is not tried again. @throws when the database fails */
  async function load(id: string, number: number, before: LoadedModel | null): Promise<LoadedModel | null> {
    const file = await store.readFile(id)
    try {
      return ready(number, file)
    } catch (error) {
      log.error({ err: error, model: number }, 'the triage model could not be read')
      return before
    }
  }

  const cache = createShortLivedCache(look, { max: 1, now })
  return {
    /** @returns null: the built-in rules and examples @throws when the database fails */
    current: async (): Promise<LoadedModel | null> => (await cache.forceFetch('model')).model,
  }
}

function ready(number: number, file: Buffer): LoadedModel {
  const { classifier, priorities, categories, skills } = readModelFile(file)
  const learned = learnedFrom(classifier)
  return {
    number,
    choosePriority: createPriorityChooser(priorities),
    learnedFor: (lists) => fitLearned(learned, categories, lists.categories),
    skillsFor: (category, lists) => {
      const { id = '' } = lists.categories.find(({ name }) => name === category) ?? {}
      const needed = new Set(skills[id])
      return lists.skills.filter((skill) => needed.has(skill.id)).map(({ name }) => name)
    },
  }
}

export type CurrentModel = ReturnType<typeof createCurrentModel>

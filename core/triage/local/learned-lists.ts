import type { Lists } from '../../catalog/catalog.ts'
import type { ChoosePriority } from './choose-priority.ts'
import type { Learned } from './learned.ts'

/** What a desk has learned, for the lists that it offers now. */
export type LearnedLists = {
  learnedFor: (lists: Lists) => Learned
  /** names of the skills that most tickets of a category needed */
  skillsFor: (category: string, lists: Lists) => string[]
  choosePriority: ChoosePriority
}

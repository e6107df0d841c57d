import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import type { Classifier } from '../local/classifier/train-classifier.ts'
import type { TrainedCategory } from '../local/learned.ts'

/** Goes up with every change after which an older file would be read wrongly. */
const format = 1

/**
 * What a desk has learned.
 * @property categories the classes of `classifier`, in their order
 * @property priorities null: the built-in rules and examples rate them
 * @property skills ids of the skills that most tickets of a category needed, by the category's id
 */
export type Trained = {
  categories: TrainedCategory[]
  classifier: Classifier
  priorities: Classifier | null
  skills: Record<string, string[]>
}

/** Older files call the threshold `surely`. */
function renameThreshold(stored: unknown): unknown {
  if (!stored || typeof stored !== 'object' || !('surely' in stored)) return stored
  const { surely, ...classifier } = stored
  return { ...classifier, thresholdAt90: surely }
}

const currentClassifierSchema = z
  .object({
    classes: z.number().int(),
    sizes: z.array(z.number()),
    vocabulary: z.object({ numbers: z.instanceof(Int32Array), weights: z.instanceof(Float32Array) }),
    weights: z.instanceof(Float32Array),
    thresholdAt90: z.number().or(z.literal(Number.POSITIVE_INFINITY)),
    rulesWeight: z.number(),
    sharpness: z.number(),
  })
  .refine(({ classes, vocabulary, weights }) => weights.length >= vocabulary.weights.length * classes, {
    error: 'The model’s weights are incomplete.',
  })

const classifierSchema = z.preprocess(renameThreshold, currentClassifierSchema)

const fileSchema = z.object({
  format: z.literal(format),
  trained: z.object({
    categories: z.array(z.object({ id: z.string(), name: z.string() })),
    classifier: classifierSchema,
    // files from before priorities were learned have none
    priorities: classifierSchema.nullable().default(null),
    skills: z.record(z.string(), z.array(z.string())),
  }),
})

/** Writes a model in V8's own format, which keeps typed arrays as they are and which later versions of Node can read. */
export const writeModelFile = (trained: Trained): Buffer => serialize({ format, trained })

/** @throws when the bytes are cut off, or another version of the desk wrote them in a format of its own */
export function readModelFile(bytes: Buffer): Trained {
  const { trained } = fileSchema.parse(deserialize(bytes))
  if (trained.categories.length !== trained.classifier.classes)
    throw new Error('The model has weights for other categories.')
  return trained
}

import { Schema, type SchemaDefinition } from 'mongoose'
import type { z } from 'zod'

const { Mixed } = Schema.Types

type Field = { type: unknown; default?: undefined }

const simpleTypes = new Map<string, unknown>([
  ['string', String],
  ['enum', String],
  ['number', Number],
  ['boolean', Boolean],
  ['date', Date],
])

/**
 * Derives the mongoose schema of a collection from its zod schema. Mongoose casts each field and rejects unknown ones,
 * but stores nested values unchecked.
 */
export const modelSchema = <Shape extends z.ZodRawShape>({ shape }: z.ZodObject<Shape>) =>
  new Schema<z.infer<z.ZodObject<Shape>>>(
    Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [name, fieldOf(field)]),
    ) as SchemaDefinition<z.infer<z.ZodObject<Shape>>>,
    { versionKey: false, minimize: false, strict: 'throw' },
  )

function fieldOf(field: z.core.SomeType): Field {
  const { def } = field._zod as z.core.$ZodTypeInternals & {
    def: { innerType?: z.core.SomeType; element?: z.core.SomeType }
  }
  if (def.innerType) return fieldOf(def.innerType)
  if (def.element) return { type: [fieldOf(def.element).type], default: undefined }
  return { type: simpleTypes.get(def.type) ?? Mixed }
}

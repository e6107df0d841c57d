import { Schema } from 'mongoose'
import { indexOutbox, outboxFields } from '../outbox/outbox-fields.ts'
import type { Catalog } from './catalog.ts'

const { Mixed } = Schema.Types

export const catalogsSchema = new Schema<Catalog>(
  {
    _id: String,
    skills: [Mixed],
    categories: [Mixed],
    walk: Mixed,
    ...outboxFields,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)

indexOutbox(catalogsSchema)

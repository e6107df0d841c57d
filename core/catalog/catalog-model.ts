import { Schema } from 'mongoose'
import type { Catalog } from './catalog.ts'

const { Mixed } = Schema.Types

export const catalogsSchema = new Schema<Catalog>(
  {
    _id: String,
    skills: [Mixed],
    categories: [Mixed],
    walk: Mixed,
    outbox: [Mixed],
    wakeAt: Date,
    wakes: Number,
    busy: Mixed,
    version: Number,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)

catalogsSchema.index({ wakeAt: 1 }, { sparse: true })

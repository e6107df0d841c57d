import { Schema } from 'mongoose'
import type { Heading } from './heading.ts'

export const headingsSchema = new Schema<Heading>(
  { _id: String, kind: String, value: String, name: String, key: String },
  { versionKey: false },
)

headingsSchema.index({ kind: 1, key: 1, _id: 1 })

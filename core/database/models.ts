import { Schema } from 'mongoose'

export type Counter = { _id: string; value: number }

export const countersSchema = new Schema<Counter>({ _id: String, value: Number }, { versionKey: false })

export type Checkpoint = { _id: string; at: string }

export const checkpointsSchema = new Schema<Checkpoint>({ _id: String, at: String }, { versionKey: false })

import { Schema } from 'mongoose'

export type Counter = { _id: string; value: number }

export const countersSchema = new Schema<Counter>({ _id: String, value: Number }, { versionKey: false })

/**
 * One thing sent to one person or place over one channel. Written as `sending` before and marked after, so that a
 * step that runs again knows whether to look before it sends. `_id` is the outbox entry's id.
 */
export type Delivery = {
  _id: string
  channel: 'slack' | 'discord' | 'mail'
  about: string
  to: string | null
  state: 'sending' | 'sent' | 'refused'
  providerId: string | null
  error: string | null
  startedAt: Date
  finishedAt: Date | null
}

export const deliveriesSchema = new Schema<Delivery>(
  {
    _id: String,
    channel: String,
    about: String,
    to: String,
    state: String,
    providerId: String,
    error: String,
    startedAt: Date,
    finishedAt: Date,
  },
  { versionKey: false },
)

export type Checkpoint = { _id: string; at: string }

export const checkpointsSchema = new Schema<Checkpoint>({ _id: String, at: String }, { versionKey: false })

import { Schema } from 'mongoose'

/** A thread that belongs to a ticket: `slack:<channel>:<ts>` or `discord:<thread>`. */
export type Place = { _id: string; ticket: string }

export const placesSchema = new Schema<Place>({ _id: String, ticket: String }, { versionKey: false })

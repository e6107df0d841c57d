import type { Model, mongo } from 'mongoose'

/**
 * The driver's collection behind a model, typed as the stored documents. Mongoose neither casts nor checks what it
 * writes. Use it for reads, and for writes that measured too slow through the model.
 */
// biome-ignore lint/suspicious/noExplicitAny: a model's own type says less than the shape that it was made from
export const rawCollection = <T extends mongo.Document>(model: Pick<Model<any>, 'collection'>) =>
  model.collection as unknown as mongo.Collection<T>

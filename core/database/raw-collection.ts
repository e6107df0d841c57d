import type { Model, mongo } from 'mongoose'

/**
 * The driver's collection under a model, typed as the stored documents. Mongoose neither casts nor checks what is
 * written here: use it for reads, and for writes that were measured to be too slow through the model.
 */
// biome-ignore lint/suspicious/noExplicitAny: a model's own type says less than the shape that it was made from
export const rawCollection = <T extends mongo.Document>(model: Pick<Model<any>, 'collection'>) =>
  model.collection as unknown as mongo.Collection<T>

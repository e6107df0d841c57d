import type { Model, mongo } from 'mongoose'

/**
 * The driver's collection under a model, typed as the stored documents. Mongoose neither casts nor checks what is
 * written here, so this is for reads and for the writes that were measured to be too slow through mongoose.
 */
export const rawCollection = <T extends mongo.Document>(model: Pick<Model<T>, 'collection'>) =>
  model.collection as unknown as mongo.Collection<T>

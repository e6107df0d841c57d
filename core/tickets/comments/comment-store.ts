import type { AttachedFile } from '../../attachments/attached-file.ts'
import { inIndexOrder, isDuplicate } from '../../database/documentdb.ts'
import { newerThan } from '../../database/keyset.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Database } from '../../open-database.ts'
import type { ChatQueue } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import {
  type Comment,
  type CommentPlace,
  type CommentTrace,
  maxEdits,
  type Visibility,
  versionOf,
} from './comment.ts'

export type CommentPage = {
  ticket: string
  visibilities: readonly Visibility[]
  after?: { createdAt: Date; id: string }
  limit: number
}

export function createCommentStore(database: Database) {
  const collection = rawCollection<Comment>(database.comments)

  const find = (id: string) => collection.findOne({ _id: id })

  /** Stores a comment once. @returns the stored comment, which is the earlier one when a message is delivered twice */
  async function insert(comment: Comment): Promise<Comment> {
    try {
      await collection.insertOne(comment)
      return comment
    } catch (error) {
      const earlier = isDuplicate(error) ? await find(comment._id) : null
      if (!earlier) throw error
      return earlier
    }
  }

  /** Oldest first. */
  const list = ({ ticket, visibilities, after, limit }: CommentPage): Promise<Comment[]> =>
    inIndexOrder(
      collection.find({
        ticket,
        visibility: { $in: [...visibilities] },
        ...(after ? newerThan(after) : {}),
      }),
      { ticket: 1, createdAt: 1, _id: 1 },
      { createdAt: 1, _id: 1 },
    )
      .limit(limit)
      .toArray()

  /** The newest that are not deleted, oldest first. */
  const latest = async ({ ticket, visibilities, limit }: Omit<CommentPage, 'after'>): Promise<Comment[]> =>
    (
      await inIndexOrder(
        collection.find({ ticket, visibility: { $in: [...visibilities] }, deleted: { $exists: false } }),
        { ticket: 1, createdAt: 1, _id: 1 },
        { createdAt: -1, _id: -1 },
      )
        .limit(limit)
        .toArray()
    ).toReversed()

  /**
   * Notes which message shows the comment on a surface, so that a reply to that message counts as a reply to the
   * comment.
   */
  const markRelayed = (id: string, place: CommentPlace, message: string) =>
    collection.updateOne({ _id: id }, { $set: { [`relayed.${place}`]: message } })

  /** Notes which message shows a comment's files on a surface, so that it can be deleted with the comment. */
  const markFilesRelayed = (id: string, surface: ChatQueue, message: string) =>
    collection.updateOne({ _id: id }, { $addToSet: { [`filesRelayed.${surface}`]: message } })

  /** Replaces a file by what has become of it. @returns false: the comment no longer lists it */
  const updateFile = async (id: string, file: AttachedFile): Promise<boolean> => {
    const { matchedCount } = await collection.updateOne(
      { _id: id, 'files.id': file.id },
      { $set: { 'files.$': file } },
    )
    return matchedCount === 1
  }

  /** The comment that a message shows. */
  const findByMessage = (place: CommentPlace, message: string) =>
    collection.findOne({ [`relayed.${place}`]: message })

  /** The comment that was written on the ticket at exactly this millisecond. */
  const findByTime = (ticket: string, createdAt: Date) => collection.findOne({ ticket, createdAt })

  /** Matches the comment only if nobody has changed it since. A comment that was never edited may have no version. */
  const unchanged = (seen: Comment) => ({
    _id: seen._id,
    version: versionOf(seen) === 1 ? { $in: [1, null] } : versionOf(seen),
    deleted: { $exists: false },
  })

  /** @returns the edited comment; null: somebody else changed it first */
  const edit = (
    seen: Comment,
    { body, mentions, trace }: { body: string; mentions: Person[]; trace: CommentTrace },
  ): Promise<Comment | null> =>
    database.comments
      .findOneAndUpdate(
        unchanged(seen),
        {
          $set: { body, mentions, editedAt: trace.at, version: versionOf(seen) + 1 },
          $push: { edits: { $each: [trace], $slice: -maxEdits } },
        },
        { returnDocument: 'after' },
      )
      .lean<Comment>()
      .exec()

  /** Erases the text of a comment. Who deleted it and when stays. @returns null: somebody else changed it first */
  const remove = (seen: Comment, deleted: NonNullable<Comment['deleted']>): Promise<Comment | null> =>
    database.comments
      .findOneAndUpdate(
        unchanged(seen),
        {
          $set: { body: '', deleted, version: versionOf(seen) + 1 },
          $unset: { edits: 1, mentions: 1, editedAt: 1, files: 1 },
        },
        { returnDocument: 'after' },
      )
      .lean<Comment>()
      .exec()

  /**
   * Makes the comments of one account those of another, after the accounts were merged. With the same account twice, it
   * updates the name.
   */
  const reassign = (from: string, to: Person) =>
    database.comments.updateMany({ 'author.id': from }, { $set: { author: to } })

  const removeAll = (ticket: string) => collection.deleteMany({ ticket })

  return {
    find,
    insert,
    list,
    latest,
    markRelayed,
    markFilesRelayed,
    updateFile,
    findByMessage,
    findByTime,
    edit,
    remove,
    reassign,
    removeAll,
  }
}

export type CommentStore = ReturnType<typeof createCommentStore>

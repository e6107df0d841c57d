import type { mongo } from 'mongoose'
import type { HandleKind } from './handles/handles.ts'
import type { User } from './user.ts'

/** How many accounts of one person may follow each other. */
const maxMerges = 100

/** Queries on accounts that have been merged into others. */
export function createMergedUsers(
  collection: mongo.Collection<User>,
  find: (id: string) => Promise<User | null>,
) {
  /** The account that this one was merged into, or this one itself if it was not merged. */
  async function survivorOf(user: User | null): Promise<User | null> {
    let at = user
    for (let steps = 0; at?.merged && steps < maxMerges; steps++) at = await find(at.merged.into)
    return at
  }

  /** Accounts that were merged into this one. */
  const mergedInto = (id: string) => collection.find({ 'merged.into': id }).limit(maxMerges).toArray()
  /** Points accounts that were merged into one account to another. */
  const redirect = (from: string, to: string) =>
    collection.updateMany({ 'merged.into': from }, { $set: { 'merged.into': to }, $inc: { version: 1 } })
  /** Unlinks the handles of merged accounts. */
  const dropOlderHandles = (id: string, kind: HandleKind) =>
    collection.updateMany({ 'merged.into': id }, { $unset: { [`merged.${kind}`]: 1 }, $inc: { version: 1 } })

  return { survivorOf, mergedInto, redirect, dropOlderHandles }
}

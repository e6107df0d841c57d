import { inIndexOrder, isDuplicate, retryContention } from '../database/documentdb.ts'
import { newerThan } from '../database/keyset.ts'
import { rawCollection } from '../database/raw-collection.ts'
import { conflict } from '../errors.ts'
import type { Database } from '../open-database.ts'
import type { AccountEffect, AccountEntry, OutboxQueue } from '../outbox/entry.ts'
import { createOutbox } from '../outbox/outbox.ts'
import type { HandleKind } from './handles/handles.ts'
import { createMergedUsers } from './merged-users.ts'
import { searchKeysOf, startsLike } from './search-keys.ts'
import { createStaffQueries } from './staff-queries.ts'
import { emailKeyOf, type User } from './user.ts'
import { createUsersByIdentity } from './users-by-identity.ts'

export type UserChange = {
  set: Partial<Omit<User, '_id' | 'version' | 'outbox' | 'emailKey' | 'searchKeys'>>
  unset?: (HandleKind | 'secondFactor' | 'dutyEndsAt' | 'dutyChangesAt' | 'dutySchedule')[]
  effects?: AccountEffect[]
}

export type NewUser = Pick<User, '_id' | 'email' | 'name'> & Partial<User> & { effects?: AccountEffect[] }

/** @property search the start of a name, of a later word of it, or of an address */
export type UserPage = {
  search?: string | undefined
  after?: { createdAt: Date; id: string } | undefined
  limit: number
}

/** The index that lists are read along. */
const byAge = { createdAt: 1, _id: 1 } as const

/** All queries on users. @param moderatorsSeeAll whether moderators see all tickets */
export function createUserStore(
  database: Database,
  served: ReadonlySet<OutboxQueue>,
  now: () => Date,
  moderatorsSeeAll = false,
) {
  const collection = rawCollection<User>(database.users)

  const asSetUp = (user: User): User =>
    moderatorsSeeAll && user.role === 'moderator' ? { ...user, seesAll: true } : user
  const findOne = async (filter: object): Promise<User | null> => {
    const user = await collection.findOne(filter)
    return user && asSetUp(user)
  }
  const allOf = async (users: Promise<User[]>) => (await users).map(asSetUp)

  const find = (id: string) => findOne({ _id: id })
  const findAll = (ids: string[]) => allOf(collection.find({ _id: { $in: ids } }).toArray())
  const findByEmail = (email: string) => findOne({ emailKey: emailKeyOf(email) })

  const merged = createMergedUsers(collection, find)
  const outbox = createOutbox<User, AccountEntry>(collection, { served, now })

  /** @returns the stored user, and whether this call made it. @throws conflict when the address is another user's */
  async function insert(
    { effects, ...fresh }: NewUser,
    now: Date,
  ): Promise<{ user: User; created: boolean }> {
    const { entries, fields } = outbox.enqueue(effects ?? [], { document: fresh._id, version: 1, now })
    const user: User = {
      ...newcomer,
      ...(fresh.onDuty ? { dutySince: now } : {}),
      ...fresh,
      ...(fresh.email ? { emailKey: emailKeyOf(fresh.email) } : {}),
      searchKeys: searchKeysOf(fresh),
      outbox: entries,
      ...fields,
      version: 1,
      createdAt: now,
    }
    try {
      await retryContention(() => database.users.create(user))
      return { user: asSetUp(user), created: true }
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const earlier = await find(fresh._id)
      if (!earlier) throw conflict('An account with this address or Discord user already exists.')
      return { user: earlier, created: false }
    }
  }

  /** Writes a change if the user is still at that version. @returns the new user, or null: lost the race */
  async function apply(
    user: User,
    { set, unset = [], effects = [] }: UserChange,
    now: Date,
  ): Promise<User | null> {
    const version = user.version + 1
    const { entries, fields } = outbox.enqueue(effects, { document: user._id, version, now })
    const email = set.email ? { emailKey: emailKeyOf(set.email) } : {}
    const found = set.name || set.email ? { searchKeys: searchKeysOf({ ...user, ...set }) } : {}
    const rank = changesRank(user, set) ? { rankChangedAt: now } : {}
    const duty = set.onDuty && !user.onDuty ? { dutySince: now } : {}
    try {
      const changed = await retryContention(() =>
        database.users
          .findOneAndUpdate(
            { _id: user._id, version: user.version },
            {
              $set: { ...set, ...email, ...found, ...rank, ...duty, ...fields, version },
              $push: { outbox: { $each: entries } },
              ...(unset.length > 0
                ? { $unset: Object.fromEntries(unset.map((field) => [field, 1 as const])) }
                : {}),
            },
            { returnDocument: 'after' },
          )
          .lean<User>()
          .exec(),
      )
      return changed && asSetUp(changed)
    } catch (error) {
      if (isDuplicate(error)) throw conflict('Another account already has this address or Discord user.')
      throw error
    }
  }

  /** One page by age, oldest first, without merged accounts. */
  const list = ({ search, after, limit }: UserPage): Promise<User[]> =>
    allOf(
      inIndexOrder(
        collection.find({
          merged: { $exists: false },
          ...(search ? { searchKeys: startsLike(search) } : {}),
          ...(after ? newerThan(after) : {}),
        }),
        search ? { searchKeys: 1 } : byAge,
        byAge,
      )
        .limit(limit)
        .toArray(),
    )

  const markAssigned = (id: string, at: Date) =>
    database.users.updateOne({ _id: id }, { $set: { lastAssignedAt: at } })

  return {
    find,
    findAll,
    findByEmail,
    ...createUsersByIdentity(findOne, merged.survivorOf),
    ...merged,
    insert,
    apply,
    list,
    ...createStaffQueries(collection, now),
    markAssigned,
    outbox,
  }
}

/** Whether the change affects what the person may see and do. */
const changesRank = (user: User, { role = user.role, active = user.active }: UserChange['set']) =>
  role !== user.role || active !== user.active

const newcomer = {
  emailVerified: false,
  pending: [],
  role: 'user' as const,
  active: true,
  passwordHash: null,
  skills: [],
  capacity: 10,
  onDuty: false,
  lastAssignedAt: null,
  attempts: 0,
}

export type UserStore = ReturnType<typeof createUserStore>

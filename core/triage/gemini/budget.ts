import type { Database } from '../../open-database.ts'

export type Budget = { isSpent: () => Promise<boolean>; spend: (cost: number) => Promise<void> }

/** Counters hold whole numbers. */
const parts = 1_000_000
/** How often each process rereads the total, since other processes spend too. */
const lookAgainMs = 10_000

/**
 * What Gemini may cost in a month (UTC), counted in the database for all processes.
 * @param limit in the currency of GEMINI_PRICES; null: no limit
 */
export function createBudget(
  database: Pick<Database, 'counters'>,
  limit: number | null,
  now: () => Date,
): Budget {
  const id = () => `gemini-cost-${now().toISOString().slice(0, 7)}`
  let looked: { at: number; id: string; spent: number } | undefined

  async function spent(): Promise<number> {
    if (looked && looked.id === id() && now().getTime() - looked.at < lookAgainMs) return looked.spent
    const counter = await database.counters.findOne({ _id: id() }).lean()
    looked = { at: now().getTime(), id: id(), spent: (counter?.value ?? 0) / parts }
    return looked.spent
  }

  return {
    isSpent: async () => limit !== null && (await spent()) >= limit,
    async spend(cost) {
      if (looked) looked.spent += cost
      await database.counters.updateOne(
        { _id: id() },
        { $inc: { value: Math.round(cost * parts) } },
        { upsert: true },
      )
    },
  }
}

/** For desks without prices. */
export const noBudget: Budget = { isSpent: async () => false, spend: async () => {} }

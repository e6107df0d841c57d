import { useState } from 'react'

/** What the platform says when something went wrong, until it is dismissed or something works. */
export function useFailure() {
  const [failure, setFailure] = useState('')
  /** Does something, and keeps the words of its failure. Rejects as it did. */
  async function attempt<Value>(work: Promise<Value>): Promise<Value> {
    try {
      const value = await work
      setFailure('')
      return value
    } catch (error) {
      setFailure((error as Error).message)
      throw error
    }
  }
  const quietly = (work: Promise<unknown>) => {
    attempt(work).catch(() => undefined)
  }
  return { failure, attempt, quietly, dismiss: () => setFailure('') }
}

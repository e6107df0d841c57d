import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Health } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { useUsers } from '../../shared/people/use-users.ts'
import { readJson, writeJson } from '../../shared/session/storage.ts'
import { type Step, stepsFor } from './steps.ts'

const hiddenKey = 'deskbridge-next-steps-hidden'

/**
 * What an admin can still do to set the desk up.
 * @returns `steps`: null when all are done or were hidden, undefined while that isn't known
 */
export function useNextSteps(isAdmin: boolean) {
  const [hidden, setHidden] = useState(() => readJson<boolean>('local', hiddenKey) === true)
  const wanted = isAdmin && !hidden
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => request<Health>('/api/health', { signal }),
    enabled: wanted,
  })
  const people = useUsers('', { enabled: wanted })
  const hide = () => {
    writeJson('local', hiddenKey, true)
    setHidden(true)
  }
  const failed = health.isError || people.list.isError
  return { steps: wanted && !failed ? known(health.data, people.users) : null, hide }
}

function known(health: Health | undefined, people: unknown[] | undefined): Step[] | null | undefined {
  if (!health || !people) return undefined
  const steps = stepsFor(health, people.length)
  return steps.every(({ done }) => done) ? null : steps
}

import type { AuthenticationAnswer, AuthenticationInput } from './authenticate-many.ts'
import { measureIn } from './processes.ts'
import type { Row } from './report.ts'
import type { BenchServices } from './services.ts'

const maxMicroseconds = 30

/** CPU of the authentication middleware for each request, in a process of its own. */
export async function measureAuthentication(services: BenchServices): Promise<Row[]> {
  const measured = await measureIn<AuthenticationAnswer>('authenticate-many.ts', {
    databaseUri: services.freshDatabase(),
  } satisfies AuthenticationInput)
  const { keyObject, string, calls } = measured
  return [
    {
      what: `Authentication middleware, CPU for each request (${calls.toLocaleString('en')} calls)`,
      target: `<= ${maxMicroseconds} us`,
      measured: `${keyObject.toFixed(1)} us`,
      met: keyObject <= maxMicroseconds,
    },
    {
      what: 'The same with a string for a secret, for comparison',
      target: '-',
      measured: `${string.toFixed(1)} us`,
      met: null,
    },
  ]
}

import { type Attack, mustHold } from './attack.ts'
import type { Target } from './target.ts'

const tries = 110
const side = 10

/** Asks for resets of as many unknown accounts, each as if from another client. @returns how many were refused */
async function refusedFrom({ anonymous }: Target, clientOf: (index: number) => string): Promise<number> {
  let refused = 0
  for (let from = 0; from < tries; from += side) {
    const answers = await Promise.all(
      Array.from({ length: side }, (_, offset) => {
        const body = { email: `nobody.${from + offset}@${crypto.randomUUID()}.example` }
        const headers = { 'x-forwarded-for': clientOf(from + offset) }
        return anonymous.post('/api/auth/reset', body, headers)
      }),
    )
    refused += answers.filter(({ status }) => status === 429).length
  }
  return refused
}

/** Who gets around the limits of a network address. The desk trusts a proxy on this machine, which is the script. */
export const addresses: Attack[] = [
  {
    item: 'A8',
    title: 'another address out of a /64 of IPv6 for each try',
    run: async (target) => {
      const one = await refusedFrom(target, (index) => `2001:db8:1:2::${index.toString(16)}`)
      mustHold(one > 0, `${tries} tries from one /64 are all taken`)
      const many = await refusedFrom(target, (index) => `2001:db8:2:${index.toString(16)}::1`)
      mustHold(many === 0, `${many} of ${tries} tries from as many /64s are refused`)
      return `of ${tries} tries from one /64, ${one} are refused; from as many /64s, none`
    },
  },
  {
    item: 'A8',
    title: 'a made-up X-Forwarded-For for each try',
    run: async (target) => {
      const made = await refusedFrom(target, (index) => `198.51.100.${index}, 203.0.113.7`)
      mustHold(made > 0, `${tries} tries of one client with made-up addresses before its own are all taken`)
      const ports = await refusedFrom(target, (index) => `203.0.113.8:${40_000 + index}`)
      mustHold(ports > 0, `${tries} tries from as many ports of one client are all taken`)
      return 'what a client puts before its own address, and its port, change nothing'
    },
  },
]

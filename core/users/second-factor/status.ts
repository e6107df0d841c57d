import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import type { User } from '../user.ts'
import { needsSetUp } from './required.ts'

export const secondFactorStatusSchema = z.object({
  since: z.iso.datetime().nullable().describe('null: not set up'),
  recoveryCodesLeft: z.number().int(),
  needed: z.boolean().describe('the desk wants it set up before anything else'),
})

export const secondFactorStatusOf = (desk: Pick<Desk, 'secondFactorRule'>, user: User) => ({
  since: user.secondFactor?.since.toISOString() ?? null,
  recoveryCodesLeft: user.secondFactor?.recoveryCodes.length ?? 0,
  needed: needsSetUp(desk.secondFactorRule, user),
})

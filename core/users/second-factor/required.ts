import type { SecondFactorRule } from '../../configuration/second-factor-rule.ts'
import type { User } from '../user.ts'

type Person = Pick<User, 'role' | 'secondFactor'>

/** Whether somebody has to set up a second factor before they may do anything else. */
export const needsSetUp = (rule: SecondFactorRule, { role, secondFactor }: Person) =>
  rule === 'required' && role !== 'user' && secondFactor === undefined

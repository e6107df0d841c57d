import { calm } from './calm.ts'
import { cannotWork } from './cannot-work.ts'
import { danger } from './danger.ts'
import { haste } from './haste.ts'
import { money } from './money.ts'
import { outage } from './outage.ts'
import { reach } from './reach.ts'
import { security } from './security.ts'
import type { Sign } from './sign.ts'

/** In the order in which reasons are given. */
export const signs: readonly Sign[] = [
  ...reach,
  ...outage,
  ...danger,
  ...money,
  ...security,
  ...cannotWork,
  ...haste,
  ...calm,
]

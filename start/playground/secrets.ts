import { randomBytes } from 'node:crypto'
import type { RecordsFile } from '../../local/records.ts'

const random = () => randomBytes(24).toString('hex')

/** Tokens for the local platforms and for the playground's link. They stay the same, so an open page connects again. */
export function keptSecrets(records: RecordsFile) {
  const kept = records.of<ReturnType<typeof fresh>>('secrets')
  const [known] = kept.all()
  if (known) return known
  const secrets = fresh()
  kept.save('all', secrets)
  return secrets
}

const fresh = () => ({
  page: random(),
  slack: { botToken: `xoxb-${random()}`, appToken: `xapp-${random()}`, signingSecret: random() },
  discord: `local.${random()}`,
})

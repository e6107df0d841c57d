import { chmod, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openRecords } from '../../../local/records.ts'
import { keptSecrets } from '../../../start/playground/secrets.ts'
import { recordsFile } from '../../../start/playground/start-platforms.ts'
import { temporaryFolder } from '../../local/temporary-folder.ts'

function secretsIn(folder: string) {
  const records = openRecords(recordsFile(folder))
  const secrets = keptSecrets(records)
  records.close()
  return secrets
}

test('tokens are random, stay the same, and lie in a folder that other users can’t enter', async () => {
  const [one, other] = [await temporaryFolder(), await temporaryFolder()]
  await mkdir(path.join(one, 'playground'))
  await chmod(path.join(one, 'playground'), 0o755)
  const secrets = secretsIn(one)
  const { page, slack, discord } = secrets
  const all = [page, slack.botToken, slack.appToken, slack.signingSecret, discord]
  expect(all.filter((one) => /[0-9a-f]{48}$/.test(one))).toHaveLength(all.length)
  expect(new Set([...all, secretsIn(other).page]).size).toBe(all.length + 1)
  expect(secretsIn(one)).toEqual(secrets)
  expect((await stat(path.join(one, 'playground'))).mode & 0o077).toBe(0)
})

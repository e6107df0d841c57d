import path from 'node:path'
import { inngestBinary } from '../../local/inngest/inngest-binary.ts'
import { freePorts } from '../../local/ports.ts'
import { startChild } from '../../local/processes/child.ts'

const keys = { eventKey: 'ab'.repeat(16), signingKey: 'cd'.repeat(16) }

/** An Inngest server without a guard, as somebody runs it elsewhere, whose apps can be deleted over its API. */
export async function startBareInngest(folder: string) {
  const [api, gateway, gatewayGrpc, executorGrpc] = await freePorts(4)
  const { file } = await inngestBinary(() => {})
  const child = await startChild({
    name: 'Inngest',
    command: file,
    args: [
      ...['start', '--host', '127.0.0.1', '--port', String(api), '--sqlite-dir', folder],
      ...['--connect-gateway-port', String(gateway), '--connect-gateway-grpc-port', String(gatewayGrpc)],
      ...['--connect-executor-grpc-port', String(executorGrpc), '--tick', '20', '--log-level', 'warn'],
    ],
    env: { INNGEST_EVENT_KEY: keys.eventKey, INNGEST_SIGNING_KEY: keys.signingKey },
    cwd: folder,
    log: path.join(folder, 'inngest.log'),
    stopWithin: 500,
    remedy: '',
  })
  const baseUrl = `http://127.0.0.1:${api}`
  await child.ready(async () => {
    if (!(await fetch(`${baseUrl}/health`)).ok) throw new Error('not yet')
  }, 30_000)

  async function deleteApp(name: string): Promise<boolean> {
    const query = `mutation { deleteAppByName(name: ${JSON.stringify(name)}) }`
    const response = await fetch(`${baseUrl}/v0/gql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const { data } = (await response.json()) as { data?: { deleteAppByName?: boolean } }
    return data?.deleteAppByName === true
  }

  return { baseUrl, ...keys, deleteApp, stop: child.stop }
}

import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { deviceName } from './device-name.ts'
import { type Device, useDevices, useSignOutDevice } from './use-devices.ts'

export function Devices() {
  const devices = useDevices()
  const signOut = useSignOutDevice()
  const others = devices.data?.some(({ current }) => !current)
  return (
    <Panel title="Devices">
      <div className="space-y-4">
        <FormProblem error={devices.error ?? signOut.error} />
        <ul aria-label="Devices" className="divide-y divide-base-300">
          {devices.data?.map((device) => (
            <DeviceRow key={device.id} device={device} onSignOut={() => signOut.mutate(device.id)} />
          ))}
        </ul>
        {others && (
          <button
            type="button"
            className="btn btn-plain btn-sm"
            disabled={signOut.isPending}
            onClick={() => signOut.mutate('others')}
          >
            Sign out all other devices
          </button>
        )}
      </div>
    </Panel>
  )
}

function DeviceRow({ device, onSignOut }: { device: Device; onSignOut: () => void }) {
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-0 grow basis-60">
        <p className="line-clamp-2 wrap-anywhere" title={device.agent ?? undefined}>
          {deviceName(device.agent)}
        </p>
        <p className="text-muted text-sm">
          {device.current ? (
            'This device'
          ) : (
            <>
              Last used <TimeAgo at={device.lastUsedAt} />
            </>
          )}
        </p>
      </div>
      {!device.current && (
        <button type="button" className="btn btn-plain btn-sm" onClick={onSignOut}>
          Sign out
        </button>
      )}
    </li>
  )
}

import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { DiscordCode } from './discord-code.tsx'
import { useDiscordCode } from './use-discord-code.ts'

export function LinkDiscord({ linked }: { linked: boolean }) {
  const ask = useDiscordCode()
  return (
    <Panel title="Discord">
      <div className="space-y-4">
        <p>
          {linked
            ? 'Linked. A new code links another Discord account in its place.'
            : 'Link your Discord account to claim and answer tickets in their threads.'}
        </p>
        <FormProblem error={ask.error} fields={[]} />
        {ask.data ? (
          <DiscordCode {...ask.data} onRenew={() => ask.mutate()} />
        ) : (
          <button
            type="button"
            className="btn btn-primary"
            disabled={ask.isPending}
            onClick={() => ask.mutate()}
          >
            Link Discord
          </button>
        )}
      </div>
    </Panel>
  )
}

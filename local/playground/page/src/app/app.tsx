import './app.css'
import { useState } from 'react'
import { maxMails } from '../../../protocol.ts'
import { useLiveState } from '../live/use-live.ts'
import { FailureBar } from '../shared/failure-bar.tsx'
import { useStored } from '../shared/use-stored.ts'
import { PlayedDiscord, PlayedSlack } from './clients.tsx'
import { Connection } from './connection.tsx'
import { Header, type Tab } from './header.tsx'
import { Mailbox } from './mailbox/mailbox.tsx'
import { Refusals } from './refusals.tsx'
import { Splitter } from './splitter.tsx'
import { Tour } from './tour.tsx'
import { useIsWide } from './use-is-wide.ts'
import { usePlaying } from './use-playing.ts'

const ended = -1

/** The whole playground: Slack and Discord side by side, the mailbox, and what makes trouble. */
export function App() {
  const state = useLiveState()
  const playing = usePlaying()
  const isWide = useIsWide()
  const [chosen, setTab] = useState<Tab>('chat')
  const [step, setStep] = useStored<number>('tour', 0)
  const [failure, setFailure] = useState('')
  const tabs = useTabs(isWide)
  const tab = tabs.find((one) => one.tab === chosen)?.tab ?? tabs[0]?.tab ?? 'chat'
  return (
    <div className="page">
      <Header
        tab={tab}
        tabs={tabs}
        onTab={setTab}
        onTour={() => setStep(0)}
        onFailure={(error) => setFailure(error.message)}
      />
      <Connection />
      {step !== ended && <Tour step={step} onStep={setStep} onEnd={() => setStep(ended)} />}
      <Refusals />
      <FailureBar words={failure} onDismiss={() => setFailure('')} />
      {tab === 'mailbox' && <Mailbox mails={state.mailbox ?? []} />}
      {tab === 'slack' && <PlayedSlack playing={playing} />}
      {tab === 'discord' && <PlayedDiscord playing={playing} />}
      {tab === 'chat' && (
        <Splitter left={<PlayedSlack playing={playing} />} right={<PlayedDiscord playing={playing} />} />
      )}
    </div>
  )
}

/** Side by side where there is room for both, else one at a time. */
function useTabs(isWide: boolean) {
  const { welcome, mailbox } = useLiveState()
  const { slack = false, discord = false } = welcome?.platforms ?? {}
  const both = slack && discord && isWide
  const all: { tab: Tab; label: string; isThere: boolean }[] = [
    { tab: 'chat', label: 'Slack and Discord', isThere: both },
    { tab: 'slack', label: 'Slack', isThere: slack && !both },
    { tab: 'discord', label: 'Discord', isThere: discord && !both },
    { tab: 'mailbox', label: mailboxLabel(mailbox?.length ?? 0), isThere: mailbox !== null },
  ]
  return all.filter(({ isThere }) => isThere)
}

const mailboxLabel = (count: number) =>
  count === 0 ? 'Mailbox' : `Mailbox (${count < maxMails ? count : `${maxMails}+`})`

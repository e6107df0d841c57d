import { type ReactNode, useState } from 'react'
import type { SlackScreen } from '../../../../../slack/screen-shape.ts'
import { Pane } from '../../shared/pane.tsx'
import { PickedFilesContext } from '../../shared/picked-files.ts'
import { SlackModal } from '../modal/slack-modal.tsx'
import { NamesContext } from '../text/names.ts'
import { Conversation } from './conversation.tsx'
import { HomeTab } from './home-tab.tsx'
import { namesOf } from './names-of.ts'
import { firstPlace, type Place } from './place.ts'
import { Sidebar } from './sidebar.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { TopBar } from './top-bar.tsx'
import { useSlack } from './use-slack.ts'
import { useUploads } from './use-uploads.ts'

type Props = {
  screen: SlackScreen
  place: Place
  onGo: (place: Place) => void
  onLoadEarlier: () => void
  /** Who is played here. */
  switcher: ReactNode
}

/** Slack as one person sees it. */
export function SlackClient({ screen, place, onGo, onLoadEarlier, switcher }: Props) {
  const slack = useSlack(screen)
  const picked = useUploads(slack)
  const [isListOpen, setListOpen] = useState(false)
  const conversation = place.conversation ?? firstPlace(screen)
  const isApp = screen.conversations.find(({ id }) => id === conversation)?.isIm ?? false
  const here = { ...place, conversation }
  const go = (to: Place) => {
    setListOpen(false)
    onGo(to)
  }
  const openHome = () => {
    onGo({ ...here, isHome: true, thread: null })
    slack.quietly('slack.openHome', {})
  }
  return (
    <Pane className="slack" contentClass={isListOpen ? 's-client is-listing' : 's-client'} label="Slack">
      <NamesContext value={namesOf(screen)}>
        <TopBar team={screen.team.name} switcher={switcher} onList={() => setListOpen(true)} />
        <Sidebar screen={screen} place={here} onGo={go} />
        {place.isHome && isApp ? (
          <HomeTab slack={slack} onMessages={() => onGo({ ...here, isHome: false })} />
        ) : (
          <Conversation
            slack={slack}
            id={conversation}
            onHome={isApp ? openHome : undefined}
            onOpenThread={(thread) => onGo({ ...here, thread })}
            onLoadEarlier={onLoadEarlier}
          />
        )}
        {place.thread && screen.thread && (
          <ThreadPane slack={slack} thread={screen.thread} onClose={() => onGo({ ...here, thread: null })} />
        )}
        {screen.modal && (
          <PickedFilesContext value={picked}>
            <SlackModal
              key={screen.modal.id}
              view={screen.modal}
              app={{ id: screen.app.botUserId, name: screen.app.name }}
              onSubmit={async (answers) => {
                const viewId = screen.modal?.id ?? ''
                return (await slack.ask('slack.submitModal', { viewId, answers })).errors
              }}
              onAct={({ blockId, element }, answers) =>
                slack.quietly('slack.clickModal', {
                  viewId: screen.modal?.id ?? '',
                  answers,
                  blockId,
                  actionId: element.action_id ?? '',
                })
              }
              onClose={() => slack.quietly('slack.closeModal', { viewId: screen.modal?.id ?? '' })}
            />
          </PickedFilesContext>
        )}
      </NamesContext>
    </Pane>
  )
}
